import type { Timeline } from '../person/schedule.ts';
import { exponential } from '../random/elementary.ts';
import { randomStream } from '../random/philox.ts';
import type { PersonJob } from './contract.ts';
import type { Gut } from './gut.ts';
import { personIndex } from './parameters.ts';

/**
 * What is either so or not in a person, and how often among people (specification, section 6 and 3.16).
 * Known answers come with the timeline; what nobody asked is drawn.
 */
export const shares = {
  /** Mast cells answer to acute stress (`vanuytsel2014`: 60 % of the group). */
  stressResponder: 0.6,
  methaneProducer: 0.35,
  /**
   * Adults who lose lactase. Assumed: Western Europe, about 28 % by the meta-analysis of Storhaug 2017; about two
   * in three world-wide. A person who knows should say so.
   */
  lactaseNonPersistent: 0.28,
  /** Adults with obesity, where weight or height was not told: about 16 % world-wide (WHO, 2022). */
  obesity: 0.16,
  /**
   * Adults who carry C. difficile without symptoms. Assumed inside the published 0 to 15 % of healthy adults (review:
   * doi 10.1186/s12879-015-1258-4; of 51 studies healthy people had the lowest rate, doi 10.1186/s13099-024-00674-0).
   */
  difficileCarrier: 0.05,
  /** A swallowed bifidobacterium can settle (`maldonado2016`). */
  bifidobacteriumSettles: 0.3,
} as const;

/** Weight of adults where it was not told, kg: lognormal around the model's 70 kg, both sexes together. Assumed. */
const adultWeight = { median: 70, logSd: 0.2, obeseFactor: 1.35 } as const;

export interface PersonFlags {
  readonly lactasePersistent: boolean;
  /** Inputs that hold all along, beside those of the timeline. */
  readonly constants: Readonly<Record<string, number>>;
  /** Parameters that are switches of this person. */
  readonly switches: Readonly<Record<string, number>>;
}

/** The reference person (no drawing): a stress responder with lactase and without methane, as the specification's is. */
export function personFlags(
  gut: Gut,
  { draw, spread }: Pick<PersonJob, 'draw' | 'spread'>,
  timeline: Timeline,
  attempt: number,
): PersonFlags {
  const drawn = spread === 'personal' || spread === 'both';
  const chance = (name: string, share: number): boolean =>
    randomStream(draw.seed, `person/${personIndex(draw, attempt)}/flag/${name}`).uniform(0) < share;
  const { lactase = 'unknown' } = timeline;
  const knownToLack =
    lactase === 'non_persistent' ||
    timeline.parameters.some(({ because }) => because === 'lactase_non_persistent');
  const lacksLactase =
    knownToLack || (drawn && lactase === 'unknown' && chance('lactase', shares.lactaseNonPersistent));
  const constants: Record<string, number> = {};
  const flag = (input: string, value: number): void => {
    if (gut.inputs.has(input) && timeline.constants[input] === undefined) constants[input] = value;
  };
  if (drawn) {
    flag('react', chance('react', shares.stressResponder) ? 1 : 0);
    flag('meth', chance('methane', shares.methaneProducer) ? 1 : 0);
    flag('cdi_carrier', chance('difficile', shares.difficileCarrier) ? 1 : 0);
    if (timeline.unknownBody) {
      const obese = timeline.constants.u_obese === undefined && chance('obesity', shares.obesity);
      if (obese) flag('u_obese', 1);
      const z = randomStream(draw.seed, `person/${personIndex(draw, attempt)}/weight`).normal(0);
      flag(
        'weight',
        adultWeight.median * exponential(adultWeight.logSd * z) * (obese ? adultWeight.obeseFactor : 1),
      );
    }
  }
  const settles = drawn && chance('bifidobacterium', shares.bifidobacteriumSettles);
  return {
    lactasePersistent: !lacksLactase,
    constants,
    switches: {
      ...(settles ? { colon_ok: 1 } : {}),
      // Lactase activity of those who are drawn without it; the condition sets it for those who know.
      ...(lacksLactase && !knownToLack ? { lct: lactaseActivityLeft } : {}),
    },
  };
}

/** As the condition `lactase_non_persistent` has it (specification, section 6). */
const lactaseActivityLeft = 0.08;
