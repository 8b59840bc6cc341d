import type { TFunction } from 'i18next';
import type { Formats } from '../i18n/format.ts';
import type { LiningSnapshot } from '../scene/snapshot.ts';

/** The picture in words, from the same numbers. */
export function liningParagraph(
  snapshot: LiningSnapshot,
  t: TFunction<'today'>,
  { number, percent }: Formats,
): string {
  const { guilds } = snapshot;
  const all = Object.values(guilds).reduce<number>((sum, grams) => sum + (grams ?? 0), 0);
  const share = (grams: number | undefined): string => percent((grams ?? 0) / (all || 1));
  const sentences = [
    t(`picture.${snapshot.region}`),
    ...(snapshot.region === 'colon'
      ? [
          t('picture.guilds', {
            bac: share(guilds.bac),
            fir: share(guilds.fir),
            bif: share(guilds.bif),
            muc: share(guilds.muc),
            ent: share(guilds.ent),
          }),
          t('picture.mucus', {
            inner: number(Math.round(snapshot.innerMucusUm ?? Number.NaN)),
            loose: number(Math.round(snapshot.looseMucusUm ?? Number.NaN)),
          }),
        ]
      : [t('picture.villi', { share: percent(snapshot.villus ?? 1) })]),
    t('picture.cells', { bare: percent(snapshot.lesionShare) }),
    t('picture.passage', {
      large: number(snapshot.largePermeability),
      small: number(snapshot.smallPermeability),
    }),
    t('picture.immune', { tnf: number(snapshot.mucosalTnf), entry: number(snapshot.endotoxinEntry) }),
  ];
  return sentences.join(' ');
}
