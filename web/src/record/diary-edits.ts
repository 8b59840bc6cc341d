import type { PersonFile } from '../../../src/person/schema.ts';
import type { RecordedSymptomId, SymptomId } from '../../../src/person/vocabulary.ts';

export type RecordedId = SymptomId | RecordedSymptomId;
type Entry = NonNullable<PersonFile['diary']>[number];

export function diaryOn(record: PersonFile, date: string): Entry | undefined {
  return record.diary?.find((entry) => entry.date === date);
}

function withEntry(record: PersonFile, date: string, change: (entry: Entry) => Entry): PersonFile {
  const others = (record.diary ?? []).filter((entry) => entry.date !== date);
  const entry = change(diaryOn(record, date) ?? { date });
  const diary = [...others, entry].sort((a, b) => (a.date ?? '').localeCompare(b.date ?? ''));
  return { ...record, diary };
}

export function withSymptom(record: PersonFile, date: string, id: RecordedId, score: number): PersonFile {
  return withEntry(record, date, (entry) => ({ ...entry, symptoms: { ...entry.symptoms, [id]: score } }));
}

/** The stool of a day; undefined takes it out. */
export function withBristol(record: PersonFile, date: string, form: number | undefined): PersonFile {
  return withEntry(record, date, ({ bristol: _bristol, ...entry }) =>
    form === undefined ? entry : { ...entry, bristol: form },
  );
}

export function withNotes(record: PersonFile, date: string, notes: string): PersonFile {
  return withEntry(record, date, ({ notes: _notes, ...entry }) =>
    notes.trim() === '' ? entry : { ...entry, notes },
  );
}
