import { useMemo } from 'react';
import { useFormats } from '../i18n/format.ts';
import { useDocument } from '../record/use-record.ts';
import { type Pantry, pantryOf } from './pantry.ts';

/** Foods of the table and of the person, with names in the language of the page. */
export function usePantry(): Pantry {
  const record = useDocument();
  const { language } = useFormats();
  const { ownFoods, recipes } = record;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only these parts of the record matter
  return useMemo(() => pantryOf(record, language), [ownFoods, recipes, language]);
}
