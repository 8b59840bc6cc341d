import { defineModule } from './define.ts';

/** Zinc and glutamine. In the full assembly they act only where there is something to repair. */
export const supplements = defineModule({
  name: 'supplements',
  title: 'Zinc and glutamine',
  about: 'Zinc and glutamine may help junctions and wound closure, where there is inflammation to heal.',
  tier: 'extension',
  reads: { repair_need: { unit: '1', absent: 1 } },
  inputs: {
    u_zn: { value: 0, unit: '1', range: [0, 2], means: 'Zinc taken (1 is 75 mg of zinc a day)' },
    u_gln: { value: 0, unit: '1', range: [0, 3], means: 'Glutamine taken (1 is 15 g a day)' },
  },
  derive: {
    u_zn_eff: { law: 'u_zn*repair_need', unit: '1', means: 'Zinc that finds something to repair' },
    u_gln_eff: { law: 'u_gln*repair_need', unit: '1', means: 'Glutamine that finds something to repair' },
  },
});

/** How much there is to repair: mucosal inflammation or the sequel of an infection. */
export const repairNeed = defineModule({
  name: 'repair-need',
  title: 'Need of repair',
  about: 'An inflamed gut, or one that is still sensitive after an infection, has something to repair.',
  tier: 'full',
  reads: { tx: '1', pi: '1' },
  params: {
    x_need: {
      value: 0.3,
      unit: '1',
      range: [0.15, 0.6],
      means: 'Excess mucosal TNF at half of the need',
      grade: 'assumed',
    },
    w_need: {
      value: 0.1,
      unit: '1',
      range: [0.05, 0.2],
      means: 'Width of that switch',
      grade: 'assumed',
    },
  },
  derive: {
    repair_need: {
      law: 'bnd(gate(tx, x_need, w_need) + pi)',
      unit: '1',
      means: 'How much there is to repair, about 0.05 at health',
    },
  },
});
