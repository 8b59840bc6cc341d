import type { Problem } from '../../../src/problem/problem.ts';

/**
 * Problems in another language. The readers tell them in English, so their sentences are the keys: `…` stands for
 * what a message fills in, `{1}`, `{2}` in the translation for the first and second of these; `{1w}` is a word that
 * is translated too, and not a name of the file.
 */
export interface ProblemTexts {
  /** What each code says in general, for sentences that are not listed. */
  readonly codes: Readonly<Record<string, string>>;
  readonly sentences: Readonly<Record<string, string>>;
  /** Single words that are filled in. */
  readonly words: Readonly<Record<string, string>>;
}

export interface TranslatedProblem {
  readonly text: string;
  /** What could not be translated, in English; undefined: all is. */
  readonly english: string | undefined;
}

interface Pattern {
  readonly form: RegExp;
  readonly translation: string;
  readonly letters: number;
}

const known = new WeakMap<ProblemTexts, readonly Pattern[]>();

/** Forms of the sentences, the most particular first. */
function patternsOf(texts: ProblemTexts): readonly Pattern[] {
  let patterns = known.get(texts);
  if (patterns === undefined) {
    patterns = Object.entries(texts.sentences)
      .map(([english, translation]) => ({
        form: new RegExp(`^${english.split('…').map(escaped).join('(.+?)')}$`, 's'),
        translation,
        letters: english.replaceAll('…', '').length,
      }))
      .sort((a, b) => b.letters - a.letters);
    known.set(texts, patterns);
  }
  return patterns;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function oneSentence(text: string, texts: ProblemTexts): string | undefined {
  for (const { form, translation } of patternsOf(texts)) {
    const match = form.exec(text);
    if (match === null) continue;
    return translation.replace(/\{(\d)(w?)\}/g, (_, place: string, asWord: string) => {
      const value = match[Number(place)] ?? '';
      return (asWord && texts.words[value]) || value;
    });
  }
  return undefined;
}

/** One sentence or several; undefined unless all of them are known. */
function sentences(text: string, texts: ProblemTexts): string | undefined {
  for (const { index } of text.matchAll(/(?<=[.?!]) /g)) {
    const first = oneSentence(text.slice(0, index), texts);
    const rest = first === undefined ? undefined : sentences(text.slice(index + 1), texts);
    if (first !== undefined && rest !== undefined) return `${first} ${rest}`;
  }
  return oneSentence(text, texts);
}

/** @returns undefined when the language has nothing for this code: the English stands then */
export function translateProblem(
  { code, message, fix }: Pick<Problem, 'code' | 'message' | 'fix'>,
  texts: ProblemTexts,
): TranslatedProblem | undefined {
  const said = sentences(message, texts);
  const general = texts.codes[code];
  if (said === undefined && general === undefined) return undefined;
  const advice = fix === undefined ? '' : sentences(fix, texts);
  const english = [said === undefined ? message : '', advice === undefined ? (fix ?? '') : '']
    .filter((part) => part !== '')
    .join(' ');
  return {
    text: [said ?? general, advice].filter((part) => part !== undefined && part !== '').join(' '),
    english: english === '' ? undefined : english,
  };
}
