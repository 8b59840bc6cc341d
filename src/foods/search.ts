import MiniSearch from 'minisearch';
import type { Food } from './food.ts';
import { foodTable } from './food-table.ts';
import { editDistance } from './nearest-words.ts';
import { searchWords } from './words.ts';

export interface FoodMatch {
  readonly food: Food;
  /** The name or alias that answers best, as it is written in the table. */
  readonly matched: string;
  /** How it answers: the same words; it begins with them; it holds them; it holds words that are near. */
  readonly how: 'same' | 'begins' | 'holds' | 'near';
}

export interface SearchOptions {
  /** At most so many foods; 10 if not said. */
  readonly limit?: number;
  /** Foods to search; the project's table if not said. Own foods can be put before it. */
  readonly foods?: readonly Food[];
}

interface Label {
  readonly text: string;
  /** 0 for the food's own name, 1 for its other names. */
  readonly alias: 0 | 1;
  readonly words: readonly string[];
}

interface Index {
  readonly words: MiniSearch;
  readonly labels: ReadonlyMap<string, readonly Label[]>;
  readonly foods: ReadonlyMap<string, Food>;
}

/** All that a food is called. The name counts up to its comma too: "Pear, raw" is a pear. */
function labelsOf(food: Food): readonly Label[] {
  const names = [food.name, food.nameEs].flatMap((name) => [name, name.replace(/[,(].*$/, '').trim()]);
  const aliases = [...food.aliases.en, ...food.aliases.es, food.id.replaceAll('_', ' ')];
  return [...new Set([...names, ...aliases])].map((text) => ({
    text,
    alias: names.includes(text) ? 0 : 1,
    words: searchWords(text),
  }));
}

function buildIndex(foods: readonly Food[]): Index {
  const labels = new Map(foods.map((food) => [food.id, labelsOf(food)]));
  const words = new MiniSearch({
    fields: ['name', 'alias'],
    tokenize: (text) => [...searchWords(text)],
    processTerm: (term) => term,
  });
  words.addAll(
    foods.map((food) => ({
      id: food.id,
      name: `${food.name} ${food.nameEs}`,
      alias: [...food.aliases.en, ...food.aliases.es, food.id.replaceAll('_', ' ')].join(' | '),
    })),
  );
  return { words, labels, foods: new Map(foods.map((food) => [food.id, food])) };
}

const indexes = new WeakMap<readonly Food[], Index>();

function indexOf(foods: readonly Food[]): Index {
  const built = indexes.get(foods) ?? buildIndex(foods);
  indexes.set(foods, built);
  return built;
}

/** Best first. A word that is only begun ("bread" in "breaded") counts less than a whole one. */
const answers = [
  { how: 'same', begun: false, level: 0 },
  { how: 'begins', begun: false, level: 1 },
  { how: 'holds', begun: false, level: 1 },
  { how: 'begins', begun: true, level: 2 },
  { how: 'holds', begun: true, level: 2 },
  { how: 'near', begun: false, level: 3 },
] as const;
type Answer = (typeof answers)[number];
const near = answers[5];

function howItAnswers(asked: readonly string[], { words }: Label): Answer {
  if (asked.length === words.length && asked.every((part, index) => words[index] === part)) return answers[0];
  const fits = ({ how, begun }: Answer): boolean => {
    // The last word may still be being typed.
    const isPart = (part: string, word: string | undefined, index: number): boolean =>
      word === part ||
      (begun && index === asked.length - 1 && part.length >= 2 && word?.startsWith(part) === true);
    if (how === 'begins') return asked.every((part, index) => isPart(part, words[index], index));
    return how === 'holds' && asked.every((part, index) => words.some((word) => isPart(part, word, index)));
  };
  return answers.find(fits) ?? near;
}

/** Letters that differ between what was asked and the words of a label, each with its nearest. */
function lettersOff(asked: readonly string[], { words }: Label): number {
  return asked.reduce(
    (sum, part) =>
      sum + Math.min(part.length, ...words.map((word) => editDistance(part, word.slice(0, part.length + 1)))),
    0,
  );
}

interface Ranked {
  readonly food: Food;
  readonly matched: string;
  readonly answer: Answer;
  readonly off: number;
  readonly alias: 0 | 1;
  readonly wordCount: number;
  readonly score: number;
}

/**
 * Supplements and formulas come after foods that answer as well; so do foods of many words ("Apple juice"
 * after "Apple") and those that only another name leads to: people look for the plain thing first.
 */
function compare(a: Ranked, b: Ranked): number {
  const shelf = ({ food }: Ranked): number =>
    food.group === 'supplement' || food.group === 'formula' ? 1 : 0;
  return (
    a.answer.level - b.answer.level ||
    a.off - b.off ||
    shelf(a) - shelf(b) ||
    a.alias - b.alias ||
    answers.indexOf(a.answer) - answers.indexOf(b.answer) ||
    a.wordCount - b.wordCount ||
    b.score - a.score ||
    (a.food.id < b.food.id ? -1 : 1)
  );
}

function ranked(food: Food, labels: readonly Label[], asked: readonly string[], score: number): Ranked[] {
  return labels
    .map((label) => ({
      food,
      score,
      matched: label.text,
      alias: label.alias,
      answer: howItAnswers(asked, label),
      off: lettersOff(asked, label),
      wordCount: label.words.length,
    }))
    .sort(compare)
    .slice(0, 1);
}

/**
 * Foods that answer to some words, best first: English or Spanish, other spellings, plurals, beginnings of words
 * and typing errors. Words without any answer give an empty list.
 */
export function searchFoods(words: string, options: SearchOptions = {}): readonly FoodMatch[] {
  const { limit = 10, foods = foodTable } = options;
  const index = indexOf(foods);
  // Nobody types longer names; what is pasted must not cost time.
  const asked = searchWords(words.slice(0, 100));
  if (asked.length === 0) return [];
  const settings = {
    prefix: (term: string) => term.length >= 2,
    fuzzy: (term: string) => (term.length >= 4 ? 0.3 : false),
    boost: { name: 2 },
  };
  const query = asked.join(' ');
  const all = index.words.search(query, { ...settings, combineWith: 'AND' });
  const found = all.length > 0 ? all : index.words.search(query, { ...settings, combineWith: 'OR' });
  // One wrong letter in four; more is another word.
  const mostOff = Math.max(1, Math.round(asked.join('').length / 4));
  const matches = found
    .flatMap(({ id, score }) => {
      const food = index.foods.get(String(id));
      return food ? ranked(food, index.labels.get(food.id) ?? [], asked, score) : [];
    })
    .filter(({ answer, off }) => answer !== near || off <= mostOff)
    .sort(compare);
  // Words that fit as they stand were not mistyped.
  const asWritten = matches.filter(({ answer }) => answer !== near);
  return (asWritten.length > 0 ? asWritten : matches)
    .slice(0, limit)
    .map(({ food, matched, answer }) => ({ food, matched, how: answer.how }));
}

/** The food nearest to what was written, for "did you mean". */
export function suggestFood(written: string): Food | undefined {
  return searchFoods(written.replaceAll('_', ' '), { limit: 1 })[0]?.food;
}
