import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import type { PartId } from './layout.ts';
import { sceneParts } from './parts.ts';
import { guildIds, type LiningSnapshot } from './snapshot.ts';

/** The parts of the picture as buttons, for those who do not tap into it. */
export function PartList({
  region,
  onOpen,
}: {
  region: LiningSnapshot['region'];
  onOpen: (part: PartId) => void;
}): ReactNode {
  const { t } = useTranslation(['scene', 'series']);
  return (
    <details className="unsure no-print">
      <summary>{t('parts')}</summary>
      <ul className="plain-list row">
        {sceneParts[region].map(({ id, series }) => (
          <li key={id}>
            <Button small onPress={() => onOpen(id)}>
              {region === 'small-bowel' && guildIds.some((guild) => guild === id)
                ? t(`series:${series}.short`)
                : t(`part.${id}`)}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
