/** How one exposure acts on the model: a closed set of mappings, each a line of arithmetic that a reader can check. */
import type { Grade } from '../language/module.ts';

interface EffectEvidence {
  readonly grade: Grade;
  readonly source?: readonly string[];
  /** What is known and what was chosen. */
  readonly note: string;
}

/** Pairs (dose, level), rising in dose; straight lines between them. */
export type Points = readonly (readonly [number, number])[];

export type Effect = EffectEvidence &
  (
    | {
        /** At each dose: `value` for `hours`, in proportion to the dose over `referenceDose`. */
        readonly kind: 'pulse';
        readonly input: string;
        readonly value: number;
        readonly hours: number;
        readonly referenceDose: number;
      }
    | {
        /** At each dose: `value` for `hours`, whatever the dose (what matters is that it happens). */
        readonly kind: 'event';
        readonly input: string;
        readonly value: number;
        readonly hours: number;
      }
    | {
        /** At each dose: dose x `factor` in all, delivered evenly over `hours` (or one hour per `dosePerHour`, if that is longer). */
        readonly kind: 'delivered';
        readonly input: string;
        readonly factor: number;
        readonly hours: number;
        readonly dosePerHour?: number;
      }
    | {
        /** All day long while it lasts: the daily dose x `factor`. */
        readonly kind: 'daily';
        readonly input: string;
        readonly factor: number;
      }
    | {
        /** All day long while it lasts: `value`, whatever the dose. */
        readonly kind: 'held';
        readonly input: string;
        readonly value: number;
      }
    | {
        /** All day long while it lasts: the level read from `points` at the daily dose; flat beyond the last point. */
        readonly kind: 'level';
        readonly input: string;
        readonly points: Points;
      }
    | {
        /** For the length of the effort: the level read from `points` at the effort (% of greatest oxygen uptake), going on straight beyond the last point; `hot` adds `heat`. */
        readonly kind: 'effort';
        readonly input: string;
        readonly points: Points;
        readonly heat: number;
      }
  );

export type ExposureKind = 'medicine' | 'supplement' | 'life' | 'research';

export interface Exposure {
  readonly id: string;
  readonly kind: ExposureKind;
  readonly labelEn: string;
  readonly labelEs: string;
  /** Other plain names, brand-free, English and Spanish. */
  readonly aliases: readonly string[];
  /** Base unit of a dose. */
  readonly unit: string;
  /** Accepted units, each with what one of them is in the base unit. */
  readonly units: Readonly<Record<string, number>>;
  /** Doses people usually take; an empty `source` means chosen by the modellers. */
  readonly usual: {
    readonly dose: number;
    readonly atHours: readonly number[];
    readonly source: readonly string[];
  };
  /** Dose per day that studies or labels cover, in the base unit; outside it the run goes on with a warning. */
  readonly studiedPerDay?: readonly [low: number, high: number];
  /** More than this a day cannot be meant. Base unit. */
  readonly mostPerDay: number;
  /** Empty: accepted and shown, but nothing in the model reads it. */
  readonly effects: readonly Effect[];
  /** Only a doctor starts or stops it. */
  readonly prescription?: true;
  /** For an effect that a whole course has; sentence for the page. */
  readonly note?: string;
}
