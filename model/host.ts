import type { ModuleDeclaration } from '../src/language/module.ts';
import { antigens, foodAntigens } from './antigens.ts';
import { bacterialTranslocation } from './bacterial-translocation.ts';
import { chylomicrons } from './chylomicrons.ts';
import { drugInputs, drugs } from './drugs.ts';
import { drugsFull } from './drugs-full.ts';
import { endotoxin } from './endotoxin.ts';
import { epithelium } from './epithelium.ts';
import { gobletCells } from './goblet-cells.ts';
import { immunity } from './immunity.ts';
import { immunityFull } from './immunity-full.ts';
import { infection } from './infection.ts';
import { infectionFull } from './infection-full.ts';
import { junctions } from './junctions.ts';
import { kidney, liningMarkers } from './lining-markers.ts';
import { liver } from './liver.ts';
import { liverClearance } from './liver-clearance.ts';
import { mucus } from './mucus.ts';
import { mucusSplit } from './mucus-split.ts';
import { mucusSupply } from './mucus-supply.ts';
import { nutrients } from './nutrients.ts';
import { permeability } from './permeability.ts';
import { probiotics } from './probiotics.ts';
import { sensation } from './sensation.ts';
import { smallBowelMucus } from './small-bowel-mucus.ts';
import { stress } from './stress.ts';
import { stressFull } from './stress-full.ts';
import { repairNeed, supplements } from './supplements.ts';
import { systemic } from './systemic.ts';
import { systemicFull } from './systemic-full.ts';
import { translocation } from './translocation.ts';
import { vitaminD, vitaminDFull } from './vitamin-d.ts';

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

/** The host in the full assembly. */
export const fullHost: Modules = [
  ...sharedHost,
  mucusSplit,
  gobletCells,
  liningMarkers,
  kidney,
  liver,
  foodAntigens,
  bacterialTranslocation,
  immunityFull,
  repairNeed,
  systemicFull,
  stressFull,
  vitaminDFull,
  nutrients,
  drugsFull,
  infectionFull,
  probiotics,
  sensation,
];
