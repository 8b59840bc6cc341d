/** Changes and habits of the person file: what is taken or done, in base units, with its period. */
import type { Calendar, WrittenTiming } from './calendar.ts';
import {
  type Exposure,
  type ExposureKind,
  exposureById,
  findExposure,
  suggestExposure,
} from './exposures.ts';
import { type Findings, type Path, shown } from './findings.ts';
import type { Pantry } from './normalise-food.ts';
import type { ExposureUse, NormalisedChange, Period } from './person.ts';
import { parseDurationHours, parseInUnits } from './quantity.ts';
import type { Change } from './schema.ts';

interface WrittenDosing {
  readonly dose?: string | undefined;
  readonly times?: string[] | undefined;
  readonly perDay?: number | undefined;
  readonly at?: string | undefined;
}

const usualSleepHours = 8;
const longestRampDays = 365;
const kindsOf: Readonly<Record<'medicine' | 'supplement' | 'stop' | 'exposure', readonly ExposureKind[]>> = {
  medicine: ['medicine'],
  supplement: ['supplement'],
  stop: ['medicine', 'supplement', 'life'],
  exposure: ['research', 'medicine', 'supplement', 'life'],
};
/** Effort in words, % of the greatest oxygen uptake (assumed; inside the usual bands of light to very hard). */
const effortWords: Readonly<Record<string, number>> = { light: 40, moderate: 55, hard: 70, very_hard: 80 };

export class ChangeReader {
  private readonly findings: Findings;
  private readonly calendar: Calendar;
  private readonly pantry: Pantry;

  constructor(findings: Findings, calendar: Calendar, pantry: Pantry) {
    this.findings = findings;
    this.calendar = calendar;
    this.pantry = pantry;
  }

  /** One change of a plan or of history as zero, one or several normalised ones. */
  change(change: Change, path: Path, part: 'plan' | 'history', field: string): NormalisedChange[] {
    const period = this.calendar.period(change as WrittenTiming, path, part);
    const rampDays = 'rampDays' in change ? this.ramp(change.rampDays, path) : 0;
    const place = { field };
    if ('menu' in change || 'week' in change) {
      const diet = this.pantry.diet(change, path);
      this.noRepeat(change, path);
      return diet && period ? [{ ...place, period, kind: 'diet', diet, rampDays }] : [];
    }
    if ('add' in change || 'remove' in change || 'swap' in change) {
      const adjustment = this.pantry.adjustment(change, path);
      if (adjustment === undefined || !period) return [];
      const adjustments = Array.isArray(adjustment) ? adjustment : [adjustment];
      return adjustments.map((one) => ({ ...place, period, kind: 'food', adjustment: one, rampDays }));
    }
    if ('stop' in change) {
      const exposure = this.find(change.stop, 'stop', [...path, 'stop']);
      return exposure && period ? [{ ...place, period, kind: 'stop', exposureId: exposure.id }] : [];
    }
    const use = this.use(change, path);
    if (!use || !period) return [];
    if (exposureById(use.exposureId)?.unit === 'course' && lastsOneDay(period)) {
      this.findings.warning(
        'Z3069',
        path,
        `To the model ${use.exposureId.replaceAll('_', ' ')} works only on the days of its period: here one day.`,
        'Write how long it works, such as days: 5.',
      );
    }
    const held = use.exposureId === 'gastroenteritis' ? this.onset(period, change, path) : period;
    return [{ ...place, period: held, kind: 'exposure', use: rampDays > 0 ? { ...use, rampDays } : use }];
  }

  /** A change or a habit that is an exposure of the catalogue. */
  use(
    change: Exclude<
      Change,
      | { menu: string }
      | { week: unknown }
      | { add: string }
      | { remove: string }
      | { swap: string }
      | { stop: string }
    >,
    path: Path,
  ): ExposureUse | undefined {
    if ('medicine' in change) {
      const use = this.dosed(change.medicine, 'medicine', change, path);
      return use && change.prescribed !== undefined ? { ...use, prescribed: change.prescribed } : use;
    }
    if ('supplement' in change) return this.dosed(change.supplement, 'supplement', change, path);
    if ('alcohol' in change) return this.alcohol(change, path);
    if ('stress' in change) return this.stress(change, path);
    if ('sleep' in change) return this.sleep(change.sleep, change.need, path);
    if ('exercise' in change) return this.exercise(change, path);
    if ('infection' in change) {
      return this.checked({ exposureId: change.infection, dose: change.severity ?? 1, atHours: [0] }, [
        ...path,
        'severity',
      ]);
    }
    return this.research(change, path);
  }

  private find(words: string, key: keyof typeof kindsOf, path: Path): Exposure | undefined {
    const kinds = kindsOf[key];
    const found = findExposure(words, kinds);
    if (found) return found;
    const near = suggestExposure(words, kinds);
    const other = findExposure(words, kindsOf.exposure);
    const food = key === 'supplement' ? this.pantry.foodCalled(words) : undefined;
    const fix = food
      ? `It is in the food table: write "add: ${food}" with its amount.`
      : other
        ? `It is listed as a ${other.kind}: write "${other.kind === 'research' || other.kind === 'life' ? 'exposure' : other.kind}: ${other.id}".`
        : near
          ? `Did you mean ${near}?`
          : key === 'medicine'
            ? 'If it is not in the list, write "medicine: other" and its name in the note.'
            : 'The list stands in docs/vocabulary.md.';
    this.findings.error(
      'Z3060',
      path,
      `No ${key === 'stop' || key === 'exposure' ? 'exposure' : key} is called "${shown(words)}".`,
      fix,
    );
    return undefined;
  }

  private dosed(
    words: string,
    key: 'medicine' | 'supplement',
    dosing: WrittenDosing,
    path: Path,
  ): ExposureUse | undefined {
    const exposure = this.find(words, key, [...path, key]);
    if (!exposure) return undefined;
    if (exposure.effects.length === 0) {
      this.findings.warning(
        'Z3061',
        [...path, key],
        `${exposure.labelEn} is kept and shown, but nothing in the model reads it.`,
      );
    }
    const dose = this.dose(exposure, dosing.dose, path);
    const atHours = this.times(exposure, dosing, path);
    if (dose === undefined || atHours === undefined) return undefined;
    return this.checked({ exposureId: exposure.id, dose, atHours }, [
      ...path,
      dosing.dose === undefined ? key : 'dose',
    ]);
  }

  private dose(exposure: Exposure, written: string | undefined, path: Path): number | undefined {
    if (written === undefined) {
      if (
        exposure.unit !== 'course' &&
        exposure.unit !== 'level' &&
        exposure.unit !== 'exposure' &&
        exposure.effects.length > 0
      ) {
        this.findings.warning(
          'Z3063',
          path,
          `No dose is given for ${exposure.id}: the usual ${exposure.usual.dose} ${exposure.unit} is used.`,
          `Add dose, such as "${exposure.usual.dose} ${exposure.unit}".`,
        );
      }
      return exposure.usual.dose;
    }
    const units = Object.fromEntries(
      Object.entries(exposure.units).map(([unit, factor]) => [unit.toLowerCase(), factor]),
    );
    const dose = parseInUnits(written, { base: exposure.unit, example: '', units });
    if (dose.ok) return dose.value;
    const perKilogram = /\/\s*kg\b/i.test(written);
    this.findings.error(
      'Z3020',
      [...path, 'dose'],
      `"${shown(written)}" ${dose.why}.`,
      perKilogram
        ? `Multiply by the body weight, and write for example "${exposure.usual.dose} ${exposure.unit}" (${Object.keys(exposure.units).join(', ')}).`
        : `Write for example "${exposure.usual.dose} ${exposure.unit}" (${Object.keys(exposure.units).join(', ')}).`,
    );
    return undefined;
  }

  private times(exposure: Exposure, dosing: WrittenDosing, path: Path): readonly number[] | undefined {
    const given = (['times', 'perDay', 'at'] as const).filter((key) => dosing[key] !== undefined);
    const [first, second] = given;
    if (first !== undefined && second !== undefined) {
      this.findings.error(
        'Z3047',
        [...path, second],
        `Both ${first} and ${second} are given.`,
        'Keep one of them.',
      );
      return undefined;
    }
    if (dosing.at !== undefined) {
      const hour = this.pantry.clock(dosing.at, [...path, 'at']);
      return hour === undefined ? undefined : [hour];
    }
    if (dosing.times !== undefined) return this.pantry.clocks(dosing.times, [...path, 'times']);
    if (dosing.perDay !== undefined) {
      if (!Number.isInteger(dosing.perDay) || dosing.perDay < 1 || dosing.perDay > 12) {
        this.findings.error(
          'Z3022',
          [...path, 'perDay'],
          `${dosing.perDay} doses a day cannot be.`,
          'Write a whole number from 1 to 12.',
        );
        return undefined;
      }
      return spread(dosing.perDay);
    }
    const { atHours } = exposure.usual;
    if (dosing.dose !== undefined && atHours.length > 1 && exposure.effects.length > 0) {
      this.findings.warning(
        'Z3063',
        path,
        `How often ${exposure.id} is taken is not given: the usual ${atHours.length} doses a day are used.`,
        'Add times or perDay.',
      );
    }
    return atHours;
  }

  /** Dose limits of the catalogue: impossible is an error, outside studied a warning. */
  private checked(use: ExposureUse, path: Path): ExposureUse | undefined {
    const exposure = exposureById(use.exposureId);
    if (!exposure) return undefined;
    const daily = use.dose * use.atHours.length;
    if (!(use.dose > 0) && exposure.kind !== 'life') {
      this.findings.error(
        'Z3023',
        path,
        `A dose of ${use.dose} ${exposure.unit} is not more than nothing.`,
        'Write a positive dose, or leave it out.',
      );
      return undefined;
    }
    if (use.dose < 0) {
      this.findings.error(
        'Z3023',
        path,
        `${use.dose} ${exposure.unit} is less than nothing.`,
        'Write a positive number.',
      );
      return undefined;
    }
    const what = exposure.id.replaceAll('_', ' ');
    if (daily > exposure.mostPerDay) {
      this.findings.error(
        'Z3022',
        path,
        `${round(daily)} ${exposure.unit} of ${what} a day cannot be meant.`,
        `Check the number and the unit; up to ${exposure.mostPerDay} ${exposure.unit} a day are read.`,
      );
      return undefined;
    }
    const studied = exposure.studiedPerDay;
    if (studied && daily > 0 && (daily < studied[0] * 0.999 || daily > studied[1] * 1.001)) {
      this.findings.warning(
        'Z3024',
        path,
        `${round(daily)} ${exposure.unit} of ${what} a day lies outside what was studied (${studied[0]} to ${studied[1]}); the answer is a guess there.`,
      );
    }
    return use;
  }

  private alcohol(
    change: {
      readonly alcohol: string;
      readonly at?: string | undefined;
      readonly duration?: string | undefined;
    },
    path: Path,
  ): ExposureUse | undefined {
    const exposure = exposureById('alcohol');
    if (!exposure) return undefined;
    const grams = parseInUnits(change.alcohol, { base: 'g', example: '2 drinks', units: exposure.units });
    if (!grams.ok) {
      this.findings.error(
        'Z3020',
        [...path, 'alcohol'],
        `"${shown(change.alcohol)}" ${grams.why}.`,
        'Write drinks (14 g of alcohol each), British units (8 g each) or grams, such as "2 drinks".',
      );
      return undefined;
    }
    const hour =
      change.at === undefined ? exposure.usual.atHours[0] : this.pantry.clock(change.at, [...path, 'at']);
    const durationHours = this.duration(change.duration, path);
    if (hour === undefined || durationHours === null) return undefined;
    return this.checked(
      {
        exposureId: 'alcohol',
        dose: grams.value,
        atHours: [hour],
        ...(durationHours === undefined ? {} : { durationHours }),
      },
      [...path, 'alcohol'],
    );
  }

  private stress(
    change: {
      readonly stress: 'event' | 'period';
      readonly level?: number | undefined;
      readonly at?: string | undefined;
      readonly duration?: string | undefined;
    },
    path: Path,
  ): ExposureUse | undefined {
    const dose = change.level ?? 1;
    if (change.stress === 'period') {
      if (change.at !== undefined || change.duration !== undefined) {
        this.findings.error(
          'Z3017',
          path,
          'A stressful period has no time of day.',
          'Use fromDay and toDay, or make it an event.',
        );
        return undefined;
      }
      return this.checked({ exposureId: 'stress_period', dose, atHours: [8] }, [...path, 'level']);
    }
    const hour = change.at === undefined ? 10 : this.pantry.clock(change.at, [...path, 'at']);
    const durationHours = this.duration(change.duration, path);
    if (hour === undefined || durationHours === null) return undefined;
    return this.checked(
      {
        exposureId: 'stress_event',
        dose,
        atHours: [hour],
        ...(durationHours === undefined ? {} : { durationHours }),
      },
      [...path, 'level'],
    );
  }

  /** Hours lost a night = hours needed - hours slept, never less than none. */
  sleep(
    written: string,
    need: string | undefined,
    path: Path,
    keys = { sleep: 'sleep', need: 'need' },
  ): ExposureUse | undefined {
    const slept = this.hoursOfNight(written, [...path, keys.sleep]);
    const needed = need === undefined ? usualSleepHours : this.hoursOfNight(need, [...path, keys.need]);
    if (slept === undefined || needed === undefined) return undefined;
    return this.checked({ exposureId: 'sleep_loss', dose: Math.max(0, needed - slept), atHours: [8] }, [
      ...path,
      keys.sleep,
    ]);
  }

  private hoursOfNight(written: string, path: Path): number | undefined {
    const hours = parseDurationHours(written);
    if (hours.ok && hours.value >= 0 && hours.value <= 16) return hours.value;
    this.findings.error(
      'Z3020',
      path,
      `"${shown(written)}" ${hours.ok ? 'is not a night of sleep' : hours.why}.`,
      'Write hours a night, such as "7 h".',
    );
    return undefined;
  }

  private exercise(
    change: {
      readonly exercise: string;
      readonly effort: string;
      readonly hot?: boolean | undefined;
      readonly at?: string | undefined;
    },
    path: Path,
  ): ExposureUse | undefined {
    const duration = this.duration(change.exercise, path, 'exercise');
    const hour = change.at === undefined ? 17 : this.pantry.clock(change.at, [...path, 'at']);
    let effort = effortWords[change.effort];
    if (effort === undefined) {
      const exposure = exposureById('exercise');
      const percent = parseInUnits(change.effort, {
        base: '%',
        example: '60 %',
        units: exposure?.units ?? {},
      });
      if (!percent.ok) {
        this.findings.error(
          'Z3020',
          [...path, 'effort'],
          `"${shown(change.effort)}" ${percent.why}.`,
          'Write light, moderate, hard, very_hard, or a share such as "60 %".',
        );
        return undefined;
      }
      effort = percent.value;
    }
    if (duration === undefined || duration === null || hour === undefined) return undefined;
    return this.checked(
      {
        exposureId: 'exercise',
        dose: effort,
        atHours: [hour],
        durationHours: duration,
        ...(change.hot ? { hot: true } : {}),
      },
      [...path, 'effort'],
    );
  }

  private research(
    change: {
      readonly exposure: string;
      readonly dose?: string | undefined;
      readonly at?: string | undefined;
      readonly duration?: string | undefined;
      readonly times?: string[] | undefined;
    },
    path: Path,
  ): ExposureUse | undefined {
    const exposure = this.find(change.exposure, 'exposure', [...path, 'exposure']);
    if (!exposure) return undefined;
    if (exposure.kind === 'research') {
      this.findings.warning(
        'Z3062',
        [...path, 'exposure'],
        `${exposure.labelEn}: for checking the model against studies, not for a life.`,
      );
    }
    const dose = this.dose(exposure, change.dose, path);
    const times = this.pantry.clocks(change.times ?? (change.at === undefined ? undefined : [change.at]), [
      ...path,
      change.times ? 'times' : 'at',
    ]);
    const durationHours = this.duration(change.duration, path);
    if (dose === undefined || durationHours === null || (change.at !== undefined && times?.length === 0))
      return undefined;
    return this.checked(
      {
        exposureId: exposure.id,
        dose,
        atHours: times ?? exposure.usual.atHours,
        ...(durationHours === undefined ? {} : { durationHours }),
      },
      [...path, change.dose === undefined ? 'exposure' : 'dose'],
    );
  }

  /** undefined: not given; null: given but unreadable (told). */
  private duration(written: string | undefined, path: Path, key = 'duration'): number | undefined | null {
    if (written === undefined) return undefined;
    const hours = parseDurationHours(written);
    if (hours.ok && hours.value > 0 && hours.value <= 24) return hours.value;
    this.findings.error(
      'Z3020',
      [...path, key],
      `"${shown(written)}" ${hours.ok ? 'is not part of one day' : hours.why}.`,
      'Write minutes or hours, such as "45 min".',
    );
    return null;
  }

  private ramp(rampDays: number | undefined, path: Path): number {
    if (rampDays === undefined) return 0;
    if (Number.isInteger(rampDays) && rampDays >= 0 && rampDays <= longestRampDays) return rampDays;
    this.findings.error(
      'Z3042',
      [...path, 'rampDays'],
      `${rampDays} is not a number of days.`,
      `Write a whole number from 0 to ${longestRampDays}.`,
    );
    return 0;
  }

  private noRepeat(change: Change, path: Path): void {
    for (const key of ['weekdays', 'everyDays'] as const) {
      if (change[key] !== undefined) {
        this.findings.error(
          'Z3017',
          [...path, key],
          'A change of the whole diet cannot come and go by weekday.',
          'Write a week with its days, or several changes.',
        );
      }
    }
  }

  /** An infection has its own course: only the day it begins counts. */
  private onset(period: Period, change: Change, path: Path): Period {
    if (
      period.endDay !== undefined &&
      period.endDay > period.startDay + 1 &&
      (change.days ?? change.toDay ?? change.to) !== undefined
    ) {
      this.findings.warning(
        'Z3017',
        path,
        'How long the infection lasts follows from the model; only its first day is read.',
      );
    }
    return { startDay: period.startDay, endDay: period.startDay + 1 };
  }
}

const lastsOneDay = ({ startDay, endDay, everyDays, weekdays }: Period): boolean =>
  endDay !== undefined && endDay - startDay <= 1 && everyDays === undefined && weekdays === undefined;

/** Times of so many doses a day: from 8 to 20 h, evenly. */
export function spread(perDay: number): number[] {
  return perDay === 1 ? [8] : Array.from({ length: perDay }, (_, index) => 8 + (12 * index) / (perDay - 1));
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
