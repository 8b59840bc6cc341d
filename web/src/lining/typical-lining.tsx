import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiningSnapshot } from '../scene/snapshot.ts';
import { LiningDrawing } from './lining-drawing.tsx';

/** A healthy colon lining of the specification's table: what the first page shows before anything is known of you. */
const typical: LiningSnapshot = {
  region: 'colon',
  guilds: { bac: 7.72, fir: 6.15, bif: 1.55, muc: 0.48, ent: 0.23 },
  innerMucusUm: 128,
  looseMucusUm: 294,
  villus: undefined,
  lesionShare: 0.01,
  largePermeability: 1,
  smallPermeability: 1,
  endotoxinEntry: 1,
  mucosalTnf: 1,
  neutrophils: 1,
  liverPassage: 1,
};

export function TypicalLining(): ReactNode {
  const { t } = useTranslation();
  return <LiningDrawing snapshot={typical} title={t('landing.picture')} moving />;
}
