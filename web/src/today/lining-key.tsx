import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { GuildMark } from '../lining/guild-mark.tsx';
import { guildIds } from '../scene/snapshot.ts';

/** What the shapes of the picture are. */
export function LiningKey(): ReactNode {
  const { t } = useTranslation('series');
  return (
    <ul className="key">
      {guildIds.map((guild) => (
        <li key={guild}>
          <svg viewBox="-16 -10 32 20" aria-hidden="true">
            <GuildMark guild={guild} />
          </svg>
          {t(`share_${guild}.short`)}
        </li>
      ))}
    </ul>
  );
}
