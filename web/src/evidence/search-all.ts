import MiniSearch from 'minisearch';
import type { ModelDescription } from '../../../src/describe/model.ts';
import { statements } from '../../../src/evidence/registry.ts';
import { searchEvidence } from '../../../src/evidence/search.ts';
import type { ItemKind } from './address.ts';

export interface Hit {
  readonly kind: ItemKind;
  readonly id: string;
  readonly title: string;
}

interface Entry extends Hit {
  readonly key: string;
  readonly text: string;
}

/** Names of the model and the sixteen statements, ready to be searched. Without the model: the statements only. */
export function modelIndex(model: ModelDescription | undefined): MiniSearch<Entry> {
  const entries: Entry[] = [];
  const add = (kind: ItemKind, id: string, title: string, text = ''): void => {
    entries.push({ key: `${kind} ${id}`, kind, id, title, text });
  };
  for (const { id, statement, plain } of statements) add('claim', id, statement, plain);
  for (const module of model?.modules ?? []) {
    add('module', module.name, module.title, module.about);
    for (const { id, means } of module.states) add('state', id, means);
    for (const { id, means } of module.derived) add('derived', id, means);
    for (const { id, means, note } of module.parameters) add('parameter', id, means, note);
    for (const { id, means } of module.inputs) add('input', id, means);
  }
  const index = new MiniSearch<Entry>({
    idField: 'key',
    fields: ['id', 'title', 'text'],
    storeFields: ['kind', 'id', 'title'],
    searchOptions: { boost: { id: 3, title: 2 }, prefix: true, fuzzy: 0.2 },
  });
  index.addAll(entries);
  return index;
}

/** What fits some words in the model and in the register of evidence, a few of each kind, best first. */
export function searchAll(index: MiniSearch<Entry>, words: string, eachAtMost = 6): readonly Hit[] {
  const ofModel = index.search(words).map(
    (hit): Hit => ({
      kind: hit.kind as ItemKind,
      id: hit.id.slice(hit.id.indexOf(' ') + 1) as string,
      title: hit.title as string,
    }),
  );
  const ofEvidence = searchEvidence(words, 60).map(({ kind, id, title }): Hit => ({ kind, id, title }));
  // Who types a whole name wants that one, whatever else holds a part of it.
  const name = words.trim().toLowerCase();
  const isNamed = ({ id }: Hit): boolean => id.toLowerCase() === name;
  const all = [...ofModel, ...ofEvidence];
  const counts = new Map<ItemKind, number>();
  return [...all.filter(isNamed), ...all.filter((hit) => !isNamed(hit))].filter(({ kind }) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= eachAtMost;
  });
}
