import type { ModuleDeclaration } from '../src/language/module.ts';
import { antigens } from './antigens.ts';
import { chylomicrons } from './chylomicrons.ts';
import { drugInputs, drugs } from './drugs.ts';
import { endotoxin } from './endotoxin.ts';
import { epithelium } from './epithelium.ts';
import { immunity } from './immunity.ts';
import { infection } from './infection.ts';
import { junctions } from './junctions.ts';
import { liverClearance } from './liver-clearance.ts';
import { mucus } from './mucus.ts';
import { mucusSupply } from './mucus-supply.ts';
import { permeability } from './permeability.ts';
import { smallBowelMucus } from './small-bowel-mucus.ts';
import { stress } from './stress.ts';
import { supplements } from './supplements.ts';
import { systemic } from './systemic.ts';
import { translocation } from './translocation.ts';
import { vitaminD } from './vitamin-d.ts';

type Modules = readonly ModuleDeclaration[];

/** Mucus, lining, junctions, immune cells, blood, liver and brain: what both assemblies share. */
export const sharedHost: Modules = [
  mucusSupply,
  smallBowelMucus,
  epithelium,
  junctions,
  permeability,
  chylomicrons,
  translocation,
  liverClearance,
  endotoxin,
  antigens,
  immunity,
  systemic,
  stress,
  vitaminD,
  drugs,
  supplements,
];

/** The host in the core assembly. */
export const coreHost: Modules = [...sharedHost, mucus, drugInputs, infection];
