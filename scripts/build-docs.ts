/**
 * Writes the pages that come from the model, its data and the sources: docs/model/, docs/vocabulary.md,
 * docs/errors.md, docs/evidence.md.
 *
 *     node scripts/build-docs.ts        (npm run docs)
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { errorsPage } from './docs/errors-page.ts';
import { evidencePage } from './docs/evidence-page.ts';
import { modelPages } from './docs/model-pages.ts';
import { vocabularyPage } from './docs/vocabulary-page.ts';

/** Path below `docs/` and its content. */
export function docsFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [name, content] of modelPages()) files.set(`model/${name}`, content);
  files.set('vocabulary.md', vocabularyPage());
  files.set('errors.md', errorsPage());
  files.set('evidence.md', evidencePage());
  return files;
}

if (import.meta.main) {
  const docs = fileURLToPath(new URL('../docs/', import.meta.url));
  const files = docsFiles();
  mkdirSync(`${docs}model`, { recursive: true });
  // A module that is gone takes its page along.
  for (const name of readdirSync(`${docs}model`))
    if (!files.has(`model/${name}`)) rmSync(`${docs}model/${name}`);
  for (const [name, content] of files) writeFileSync(`${docs}${name}`, content);
}
