import { exposureById, type NormalisedFile } from '../person/index.ts';

/**
 * Day on which a plan begins that one hopes something from: a diet, a food, a medicine or a supplement.
 * An exam, a short night or an infection raises no hope.
 *
 * @returns undefined for life as it is and for plans without such a change
 */
export function hopefulFrom(file: NormalisedFile, planName: string | undefined): number | undefined {
  const changes = file.plans.find(({ name }) => name === planName)?.changes ?? [];
  const days = changes.flatMap((change) => {
    if (change.kind !== 'exposure') return [change.period.startDay];
    const kind = exposureById(change.use.exposureId)?.kind;
    return kind === 'medicine' || kind === 'supplement' ? [change.period.startDay] : [];
  });
  return days.length > 0 ? Math.max(0, Math.min(...days)) : undefined;
}
