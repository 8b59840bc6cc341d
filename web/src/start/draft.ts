import type { PersonFile } from '../../../src/person/schema.ts';
import type {
  ConditionId,
  RecordedSymptomId,
  SafetyFlagId,
  SymptomId,
  WeekdayId,
} from '../../../src/person/vocabulary.ts';
import type { Language } from '../i18n/languages.ts';

/** What the four taps gather before there is a record. */
export interface Draft {
  readonly age: number | undefined;
  readonly sex: 'female' | 'male' | undefined;
  readonly weightKg: number | undefined;
  readonly heightCm: number | undefined;
  readonly menu: string | undefined;
  readonly medicines: readonly MedicineHabit[];
  readonly stress: number;
  /** Mean of the last week, 0 to 10, as the person says it. */
  readonly complaints: Readonly<Partial<Record<SymptomId | RecordedSymptomId, number>>>;
  readonly conditions: readonly ConditionId[];
  readonly flags: readonly SafetyFlagId[];
}

export interface MedicineHabit {
  readonly medicine: string;
  readonly daysAWeek: number;
}

export const emptyDraft: Draft = {
  age: undefined,
  sex: undefined,
  weightKg: undefined,
  heightCm: undefined,
  menu: undefined,
  medicines: [],
  stress: 0,
  complaints: {},
  conditions: [],
  flags: [],
};

/** So many days a week, spread as evenly as a week allows. */
export function weekdaysOf(daysAWeek: number): WeekdayId[] | undefined {
  const spread: Readonly<Record<number, WeekdayId[]>> = {
    1: ['wednesday'],
    2: ['tuesday', 'friday'],
    3: ['monday', 'wednesday', 'friday'],
    4: ['monday', 'wednesday', 'friday', 'sunday'],
    5: ['monday', 'tuesday', 'thursday', 'friday', 'sunday'],
    6: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
  };
  return spread[daysAWeek];
}

/** The first record of a person. */
export function documentOf(draft: Draft, today: string, language: Language): PersonFile {
  const { age, sex, weightKg, heightCm, menu, medicines, stress, complaints, conditions, flags } = draft;
  return {
    zonula: 1,
    language,
    startDate: today,
    person: {
      age: age ?? 40,
      ...(sex ? { sex } : {}),
      ...(weightKg === undefined ? {} : { weight: `${weightKg} kg` }),
      ...(heightCm === undefined ? {} : { height: `${heightCm} cm` }),
      conditions: [...conditions],
      ...(flags.length > 0
        ? { safety: Object.fromEntries(flags.map((flag) => [flag, 'yes' as const])) }
        : {}),
    },
    habitual: {
      menu: menu ?? 'western',
      ...(medicines.length > 0
        ? {
            medicines: medicines.map(({ medicine, daysAWeek }) => {
              const weekdays = weekdaysOf(daysAWeek);
              return { medicine, ...(weekdays ? { weekdays } : {}) };
            }),
          }
        : {}),
      ...(stress > 0 ? { stress } : {}),
    },
    ...(Object.keys(complaints).length > 0 ? { diary: [{ date: today, symptoms: { ...complaints } }] } : {}),
    horizon: '12 weeks',
  };
}
