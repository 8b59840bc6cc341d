import type { ModuleDeclaration } from '../src/language/module.ts';
import { bileAcids } from './bile-acids.ts';
import { colonAcids } from './colon-acids.ts';
import { colonBacteroides } from './colon-bacteroides.ts';
import { colonBifidobacteria } from './colon-bifidobacteria.ts';
import { colonBile } from './colon-bile.ts';
import { colonCensus, colonCensusFull } from './colon-census.ts';
import { colonDifficile } from './colon-difficile.ts';
import { colonEnterobacteria } from './colon-enterobacteria.ts';
import { colonEnvironment } from './colon-environment.ts';
import { colonFermentation } from './colon-fermentation.ts';
import { colonFirmicutes } from './colon-firmicutes.ts';
import { colonHydrogen } from './colon-hydrogen.ts';
import { colonLactate } from './colon-lactate.ts';
import { colonLactateLumped } from './colon-lactate-lumped.ts';
import { colonLactobacilli } from './colon-lactobacilli.ts';
import { colonMucinDegraders } from './colon-mucin-degraders.ts';
import { colonStarchKeystone } from './colon-starch-keystone.ts';
import { colonSubstrates } from './colon-substrates.ts';
import { colonSulphide } from './colon-sulphide.ts';
import { colonTransit } from './colon-transit.ts';
import { colonTurnover } from './colon-turnover.ts';
import { colonTurnoverFull } from './colon-turnover-full.ts';
import { colonWater } from './colon-water.ts';
import { coreHost, fullHost } from './host.ts';
import { intake } from './intake.ts';
import { intakeFull } from './intake-full.ts';
import { alcoholExposure, motility } from './motility.ts';
import { motilityFull } from './motility-full.ts';
import { smallBowel } from './small-bowel.ts';
import { smallBowelBacteria } from './small-bowel-bacteria.ts';
import { lactose, smallBowelBile, smallBowelColiforms, smallBowelWater } from './small-bowel-full.ts';
import { sweeteners } from './sweeteners.ts';

type Modules = readonly ModuleDeclaration[];

/** Stomach, small bowel and what both assemblies share of motility. */
const sharedGut: Modules = [intake, motility, alcoholExposure, smallBowel, smallBowelBacteria, bileAcids];

/** The five main guilds and what they live in, shared by both assemblies. */
export const sharedColon: Modules = [
  colonTransit,
  colonSubstrates,
  colonFermentation,
  colonEnvironment,
  colonBacteroides,
  colonFirmicutes,
  colonBifidobacteria,
  colonMucinDegraders,
  colonEnterobacteria,
  colonTurnover,
  colonAcids,
  colonCensus,
];

/** The colon of the core assembly. */
export const coreColon: Modules = [...sharedColon, colonLactateLumped];

/** Core assembly: tiers core and extension, 74 states. */
export const coreModules: Modules = [...sharedGut, ...coreColon, ...coreHost];

/** Stomach, small bowel and motility of the full assembly. */
const fullGut: Modules = [
  ...sharedGut,
  intakeFull,
  motilityFull,
  lactose,
  smallBowelBile,
  smallBowelWater,
  smallBowelColiforms,
];

/** The colon of the full assembly. */
export const fullColon: Modules = [
  ...sharedColon,
  colonTurnoverFull,
  colonStarchKeystone,
  colonLactate,
  colonLactobacilli,
  colonHydrogen,
  colonSulphide,
  colonDifficile,
  colonBile,
  colonWater,
  colonCensusFull,
  sweeteners,
];

/** Full assembly: every tier. */
export const fullModules: Modules = [...fullGut, ...fullColon, ...fullHost];
