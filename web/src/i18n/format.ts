import { useTranslation } from 'react-i18next';
import { isLanguage, type Language } from './languages.ts';

export interface Formats {
  readonly language: Language;
  /** As many digits as say something: three significant ones. */
  number(value: number): string;
  /** How much something changes: with its sign, and no more digits than an effect deserves. */
  effect(value: number): string;
  /** 0..1 as a percentage: without decimals, or two digits that say something below 10 %. */
  percent(share: number): string;
  /** A calendar date, year-month-day. */
  date(isoDate: string): string;
  /** Without the year. */
  shortDate(isoDate: string): string;
  list(words: readonly string[]): string;
}

/** The language as it is written where this device is, such as `en-GB`. */
function localeOf(language: Language): string {
  return navigator.languages.find((tag) => tag.split('-')[0] === language) ?? language;
}

const fewestDecimals = (value: number): 0 | 1 | 2 =>
  Math.abs(value) >= 10 ? 0 : Math.abs(value) >= 1 ? 1 : 2;

export function formatsOf(language: Language, locale: string = language): Formats {
  const small = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const large = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const effects = [0, 1, 2].map(
    (digits) => new Intl.NumberFormat(locale, { signDisplay: 'negative', maximumFractionDigits: digits }),
  ) as [Intl.NumberFormat, Intl.NumberFormat, Intl.NumberFormat];
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const smallShare = new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 2 });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const words = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    language,
    number: (value) => (Math.abs(value) >= 1000 ? large : small).format(value),
    effect: (value) => effects[fewestDecimals(value)].format(value).replace('-', '−'),
    percent: (value) => (Math.abs(value) < 0.1 ? smallShare : share).format(value),
    date: (iso) => day.format(new Date(`${iso}T00:00:00Z`)),
    shortDate: (iso) => shortDay.format(new Date(`${iso}T00:00:00Z`)),
    list: (items) => words.format(items),
  };
}

const known = new Map<Language, Formats>();

/** Numbers, dates and lists in the language of the page. */
export function useFormats(): Formats {
  const { i18n } = useTranslation();
  const language = isLanguage(i18n.language) ? i18n.language : 'en';
  let formats = known.get(language);
  if (!formats) {
    formats = formatsOf(language, localeOf(language));
    known.set(language, formats);
  }
  return formats;
}
