import type { Grade } from './module.ts';

/** Where a number comes from, in three words. */
export type Origin = 'measured' | 'fitted' | 'assumed';

/**
 * Measured: in people, in tissue, in animals or in a dish. Fitted: tuned to a named study or to the healthy state.
 * Assumed: chosen by the modellers. Switches, chemistry and numerical widths are no quantities of nature and not counted.
 */
const origins: Readonly<Record<Grade, Origin | undefined>> = {
  'human-in-vivo': 'measured',
  'human-ex-vivo': 'measured',
  animal: 'measured',
  'in-vitro': 'measured',
  fitted: 'fitted',
  assumed: 'assumed',
  switch: undefined,
  chemistry: undefined,
  numerical: undefined,
};

/** Origin of a grade; undefined for what is not counted. */
export function originOf(grade: Grade): Origin | undefined {
  return origins[grade];
}

export type OriginCounts = Readonly<Record<Origin, number>>;

/** How many of these parameters are measured, fitted and assumed. */
export function countOrigins(parameters: readonly { readonly grade: Grade }[]): OriginCounts {
  const counts = { measured: 0, fitted: 0, assumed: 0 };
  for (const { grade } of parameters) {
    const origin = originOf(grade);
    if (origin !== undefined) counts[origin] += 1;
  }
  return counts;
}
