/**
 * Spellings that differ between countries, to one of them. Words that differ (aubergine, eggplant) stand in
 * `foods/aliases.csv`.
 */
const spellings: Readonly<Record<string, string>> = {
  yoghurt: 'yogurt',
  yogourt: 'yogurt',
  yogur: 'yogurt',
  soya: 'soy',
  fibre: 'fiber',
  skimmed: 'skim',
  flavoured: 'flavored',
  pasteurised: 'pasteurized',
  unpasteurised: 'unpasteurized',
  wholewheat: 'wheat',
  kephir: 'kefir',
  jugo: 'zumo',
  papa: 'patata',
  celiac: 'coeliac',
};

/** Words that say nothing about the food, English and Spanish. */
const empty = new Set([
  'a',
  'an',
  'the',
  'of',
  'with',
  'and',
  'in',
  'de',
  'del',
  'la',
  'el',
  'los',
  'las',
  'con',
  'y',
  'en',
  'al',
  'un',
  'una',
]);

/** Lower case without accents. */
export function plainText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/** A plural as its singular, well enough that both meet: tomatoes, berries, pears; patatas, panes. */
function singular(word: string): string {
  if (word.length < 4 || word.endsWith('ss') || word.endsWith('us')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(o|ch|sh|x|s)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** The words that count, in one form for each: what is indexed and what is asked are compared in it. */
export function searchWords(text: string): readonly string[] {
  return plainText(text)
    .split(/[^\p{L}\p{N}%]+/u)
    .filter((word) => word !== '' && !empty.has(word))
    .map((word) => {
      const one = singular(word);
      return spellings[one] ?? one;
    });
}
