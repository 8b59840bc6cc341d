import type { ModuleDeclaration } from '../src/language/module.ts';
import { coreModules, fullModules } from './assemblies.ts';
import { colonLotkaVolterra } from './colon-lotka-volterra.ts';
import { mucusRegulated } from './mucus-regulated.ts';
import { permeability, permeabilityOneWay } from './permeability.ts';

type Modules = readonly ModuleDeclaration[];

/** A rival to the model's structure: other modules, other values, or both (specification, section 8). */
export interface Variant {
  readonly id: string;
  readonly title: string;
  /** What it claims, in one sentence. */
  readonly claim: string;
  readonly core: Modules;
  /** Undefined where the rival was built for the core only. */
  readonly full: Modules | undefined;
  /** Values that differ from the defaults; some lie outside the ranges, as a rival's may. */
  readonly parameters: Readonly<Record<string, number>>;
}

const swap = (modules: Modules, out: readonly string[], into: Modules): Modules => [
  ...modules.filter(({ name }) => !out.includes(name)),
  ...into,
];
const lotkaVolterraReplaces = [
  'colon-bacteroides',
  'colon-firmicutes',
  'colon-bifidobacteria',
  'colon-mucin-degraders',
  'colon-enterobacteria',
  'colon-lactate-lumped',
];

/** The rival structures A1 to A5, beside the base. */
export const variants: readonly Variant[] = [
  {
    id: 'base',
    title: 'The model as it is',
    claim: 'Small pores, large leaks and lesions are three ways; endotoxin passes mostly through the cells.',
    core: coreModules,
    full: fullModules,
    parameters: {},
  },
  {
    id: 'A1',
    title: 'Endotoxin between the cells only',
    claim: 'All endotoxin enters between the cells, none rides on fat.',
    core: coreModules,
    full: fullModules,
    parameters: { f_par: 1, b_cm: 0 },
  },
  {
    id: 'A2',
    title: 'One way for all probes',
    claim: 'Small and large probes pass the same leaks and lesions.',
    core: swap(coreModules, [permeability.name], [permeabilityOneWay]),
    full: swap(fullModules, [permeability.name], [permeabilityOneWay]),
    parameters: {},
  },
  {
    id: 'A3',
    title: 'Lesions only',
    claim: 'Junctions never open; whatever raises permeability makes lesions.',
    core: coreModules,
    full: fullModules,
    parameters: {
      a_tnf: 0,
      a_ifn: 0,
      a_ns: 0,
      a_isch: 0,
      inj_ns: 0.0044,
      inj_path: 0.011,
      inj_chem: 0.025,
      inj_tnf: 0.0017,
      inj_isch: 0.0275,
    },
  },
  {
    id: 'A4',
    title: 'Lotka-Volterra community',
    claim:
      'Guilds grow with the supply and by pairwise interactions; acids follow from the food by regression.',
    core: swap(coreModules, lotkaVolterraReplaces, [colonLotkaVolterra]),
    full: undefined,
    parameters: {},
  },
  {
    id: 'A5',
    title: 'Mucus that answers to bacteria',
    claim: 'Goblet cells make more mucus when bacteria come nearer.',
    core: [...coreModules, mucusRegulated],
    full: [...fullModules, mucusRegulated],
    parameters: {},
  },
];
