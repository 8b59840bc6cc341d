import { sceneParts } from '../scene/parts.ts';
import { snapshotOf } from '../scene/snapshot.ts';
import { seriesGroups } from './series-groups.ts';

/** Everything that the picture reads of a moment. */
function readByPicture(): string[] {
  const read: string[] = [];
  for (const region of ['colon', 'small-bowel'] as const)
    snapshotOf(region, (id) => {
      read.push(id);
      return 1;
    });
  return read;
}

/** Series that a page shows of a run while people come in; the rest waits for all of them. */
export const shownSeries: ReadonlySet<string> = new Set([
  ...seriesGroups.flatMap(({ series }) => series),
  ...Object.values(sceneParts).flatMap((parts) => parts.map(({ series }) => series)),
  ...readByPicture(),
]);
