import { exponential, logarithm } from '../random/elementary.ts';
import { randomStream } from '../random/philox.ts';

/**
 * How people differ around a shared value (specification, section 6). Every row is graded `assumed` unless a
 * published spread is named; kept apart from uncertainty about the shared value itself (`priors.ts`).
 */
export interface VariationGroup {
  readonly parameters: readonly string[];
  readonly scale: 'log' | 'linear' | 'logit';
  /** SD on that scale. */
  readonly standardDeviation: number;
  /** Loading on a factor that several parameters of one person share; correlation of two = product of loadings. */
  readonly factor?: { readonly name: string; readonly loading: number };
}

const guilds = ['bac', 'fir', 'bif', 'muc', 'ent', 'rum', 'pro', 'lab', 'hyd', 'srb', 'cdi'];

/**
 * Groups in order of the specification's table. A pattern ending in `*` stands for all parameters that begin so.
 * Loadings are square roots of the correlation where all members of a group correlate alike.
 */
export const variationGroups: readonly VariationGroup[] = [
  // Large probes of one person move together; r about 0.3 with the small ones through the factor "uptake".
  {
    parameters: [
      'p_sb_lactulose',
      'p_co_lactulose',
      'p_sb_sucralose',
      'p_co_sucralose',
      'p_sb_edta',
      'p_co_edta',
      'p_sb_peg1500',
      'p_co_peg1500',
      'p_sb_peg4000',
      'p_co_peg4000',
    ],
    scale: 'log',
    // With transit, small probes and the scatter of a test this gives the 40 to 60 % by which healthy people differ;
    // the middle half of sucralose and 51Cr-EDTA (`triple-sugar-ileostomy-2004`, `suenaert-2002`) differs by less still.
    standardDeviation: 0.28,
    factor: { name: 'large probes', loading: 1 },
  },
  {
    parameters: ['p_sb_mannitol', 'p_sb_rhamnose', 'p_sb_peg400'],
    scale: 'log',
    standardDeviation: 0.15,
    factor: { name: 'small probes', loading: Math.sqrt(0.8) },
  },
  // The growth rates of one guild share one factor per person (`guildOf` below): listed here for its size.
  { parameters: ['mu_*'], scale: 'log', standardDeviation: 0.12 },
  { parameters: ['K_fib', 'K_fib_fir', 'K_oli', 'K_prot', 'a_scfa'], scale: 'log', standardDeviation: 0.15 },
  {
    parameters: ['k_pc', 'k_dc'],
    scale: 'log',
    standardDeviation: 0.15,
    factor: { name: 'colon transit', loading: Math.sqrt(0.8) },
  },
  {
    parameters: ['pl_bac', 'pl_fir', 'pl_bif', 'pl_rum', 'pl_pro', 'pl_lab', 'pl_hyd', 'ph_fir'],
    scale: 'linear',
    standardDeviation: 0.05,
    factor: { name: 'pH gates', loading: Math.sqrt(0.7) },
  },
  {
    parameters: ['a_mast', 'a_crhm', 'a_isch', 'A_dmg', 'inj_path', 'inj_chem', 'inj_tnf', 'inj_isch'],
    scale: 'log',
    standardDeviation: 0.35,
  },
  {
    parameters: ['a_ns', 'inj_ns'],
    scale: 'log',
    standardDeviation: 0.35,
    factor: { name: 'NSAID sensitivity', loading: Math.sqrt(0.5) },
  },
  { parameters: ['a_tnf', 'a_ifn', 'g_cel', 'g_ibd'], scale: 'log', standardDeviation: 0.4 },
  { parameters: ['lps0', 'b_cm'], scale: 'log', standardDeviation: 0.5 },
  { parameters: ['w_bacl'], scale: 'log', standardDeviation: 0.3 },
  { parameters: ['E0'], scale: 'logit', standardDeviation: 0.4 },
  { parameters: ['f_par'], scale: 'log', standardDeviation: 0.4 },
  // Correlations I0-CRP0 0.6 and CRP0-LBP0 0.5 through one factor; obesity acts through its own input.
  {
    parameters: ['I0'],
    scale: 'log',
    standardDeviation: 0.35,
    factor: { name: 'inflammation set-point', loading: 0.71 },
  },
  {
    parameters: ['CRP0'],
    scale: 'log',
    standardDeviation: 0.8,
    factor: { name: 'inflammation set-point', loading: 0.85 },
  },
  { parameters: ['T0'], scale: 'log', standardDeviation: 0.3 },
  {
    parameters: ['LBP0'],
    scale: 'log',
    standardDeviation: 0.25,
    factor: { name: 'inflammation set-point', loading: 0.59 },
  },
  { parameters: ['D25_0'], scale: 'log', standardDeviation: 0.35 },
  { parameters: ['tau_*', 'k_rest', 'k_vil', 'tol_off'], scale: 'log', standardDeviation: 0.25 },
  { parameters: ['k_ge', 'k_sb', 'ka_*', 'kge_liq', 'ksb_liq'], scale: 'log', standardDeviation: 0.2 },
];

/** Correlation of guild growth factors of one person. */
const guildCorrelation = 0.5;

const matches = (pattern: string, id: string): boolean =>
  pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : pattern === id;

const groupById = new Map<string, VariationGroup | undefined>();

function groupOf(id: string): VariationGroup | undefined {
  if (!groupById.has(id))
    groupById.set(
      id,
      variationGroups.find((each) => each.parameters.some((pattern) => matches(pattern, id))),
    );
  return groupById.get(id);
}

/** Guild at the end of a growth rate's name, e.g. `mu_fib_bac` -> `bac`. */
function guildOf(id: string): string | undefined {
  const last = id.split('_').at(-1) ?? '';
  return id.startsWith('mu_') && guilds.includes(last) ? last : undefined;
}

/**
 * Makes one person's value of a parameter from the shared one.
 *
 * @param person index of the virtual person; equal for the same person in every plan and arm (common random numbers)
 * @param sharedValue value around which people differ
 * @returns the shared value itself where the specification lists no variation
 */
export function personalValue(
  id: string,
  sharedValue: number,
  seed: number,
  person: number | string,
): number {
  const group = groupOf(id);
  if (!group || sharedValue === 0) return sharedValue;
  const normal = (name: string): number => randomStream(seed, `person/${person}/${name}`).normal(0);
  const guild = guildOf(id);
  let z: number;
  if (guild)
    z =
      Math.sqrt(guildCorrelation) * normal('guild growth') +
      Math.sqrt(1 - guildCorrelation) * normal(`guild growth ${guild}`);
  else if (group.factor) {
    const { name, loading } = group.factor;
    z = loading * normal(name) + Math.sqrt(1 - loading * loading) * normal(id);
  } else z = normal(id);
  const shift = group.standardDeviation * z;
  if (group.scale === 'linear') return sharedValue + shift;
  if (group.scale === 'log') return sharedValue * exponential(shift);
  const logit = logarithm(sharedValue / (1 - sharedValue)) + shift;
  return 1 / (1 + exponential(-logit));
}
