import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { GuildMark } from '../lining/guild-mark.tsx';
import { sceneParts } from '../scene/parts.ts';
import { guildIds, type LiningSnapshot } from '../scene/snapshot.ts';

/** What the shapes of the picture are. */
export function LiningKey({ region }: { region: LiningSnapshot['region'] }): ReactNode {
  const { t } = useTranslation('series');
  const shown = guildIds.flatMap((guild) => {
    const part = sceneParts[region].find(({ id }) => id === guild);
    return part ? [{ guild, series: part.series }] : [];
  });
  return (
    <ul className="key">
      {shown.map(({ guild, series }) => (
        <li key={guild}>
          <svg viewBox="-16 -10 32 20" aria-hidden="true">
            <GuildMark guild={guild} />
          </svg>
          {t(`${series}.short`)}
        </li>
      ))}
    </ul>
  );
}
