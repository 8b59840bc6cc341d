import type { NormalisedFile } from '../person/index.ts';
import { exposureById, inputFallbacks } from '../person/index.ts';
import type { Timeline } from '../person/schedule.ts';
import type { Problem } from '../problem/problem.ts';
import type { Gut } from '../simulate/gut.ts';
import { rejection } from '../simulate/rejection.ts';
import type { HeadCount } from './gathered-people.ts';

/** What this model cannot see of what the file tells. */
export function modelWarnings(gut: Gut, file: NormalisedFile): Problem[] {
  const uses = [
    ...file.habitual.uses.map(({ use, field }) => ({ use, field })),
    ...[...file.history, ...file.plans.flatMap(({ changes }) => changes)].flatMap((change) =>
      change.kind === 'exposure' ? [{ use: change.use, field: change.field }] : [],
    ),
  ];
  const told = new Set<string>();
  return uses.flatMap(({ use, field }): Problem[] => {
    const exposure = exposureById(use.exposureId);
    if (!exposure || exposure.effects.length === 0 || told.has(exposure.id)) return [];
    const known = exposure.effects.filter(({ input }) => hasInput(gut, input));
    if (known.length > 0) return [];
    told.add(exposure.id);
    return [
      {
        code: 'Z5020',
        severity: 'warning',
        message: `${exposure.labelEn} is kept, but the model "${gut.assembly}" has nothing that it acts on: it changes nothing here.`,
        where: { field },
        fix: 'Read the result as if it had not been taken.',
      },
    ];
  });
}

const hasInput = (gut: Gut, input: string): boolean => {
  const fallback = inputFallbacks[input];
  return gut.inputs.has(input) || (fallback !== undefined && gut.inputs.has(fallback));
};

/** Inputs that leave the range that the model was written for. */
export function inputWarnings(gut: Gut, timelines: readonly Timeline[]): Problem[] {
  const worst = new Map<string, number>();
  for (const { segments, habitualWeek } of timelines) {
    for (const { input, value } of [...segments, ...habitualWeek.segments]) {
      const i = gut.input.get(input);
      const range = i === undefined ? undefined : gut.system.inputs[i]?.range;
      if (!range || (value >= range[0] && value <= range[1])) continue;
      const before = worst.get(input);
      if (before === undefined || Math.abs(value) > Math.abs(before)) worst.set(input, value);
    }
  }
  return [...worst].map(([input, value]) => {
    const { range, unit, means } = gut.system.inputs[gut.input.get(input) as number] as {
      range: readonly [number, number];
      unit: string;
      means: string;
    };
    return {
      code: 'Z5021',
      severity: 'warning',
      message: `${means}: ${Number(value.toPrecision(3))} ${unit} lies outside what the model was written for (${range.join(' to ')}).`,
      fix: 'The run goes on; beyond that range nobody has checked it.',
    };
  });
}

/** People who had to be drawn again, and people who were kept although they are odd. */
export function drawWarnings({ people, redrawn, unusual }: HeadCount): Problem[] {
  const problems: Problem[] = [];
  if (redrawn > 0)
    problems.push({
      code: 'Z5022',
      severity: 'note',
      message: `${redrawn} of ${people} virtual people had to be drawn again: their first colon could not have lived (distal pH below ${rejection.lowestDistalPh}, or almost none of a main group of bacteria).`,
    });
  if (unusual > 0)
    problems.push({
      code: 'Z5023',
      severity: 'warning',
      message: `${unusual} of ${people} virtual people have an unusual colon even after ${rejection.mostAttempts} draws: this way of eating leads there.`,
      fix: 'Read the colon of this result with care.',
    });
  return problems;
}
