import type { ModuleDeclaration } from '../src/language/module.ts';
import { bileAcids } from './bile-acids.ts';
import { colonAcids } from './colon-acids.ts';
import { colonBacteroides } from './colon-bacteroides.ts';
import { colonBifidobacteria } from './colon-bifidobacteria.ts';
import { colonCensus } from './colon-census.ts';
import { colonEnterobacteria } from './colon-enterobacteria.ts';
import { colonEnvironment } from './colon-environment.ts';
import { colonFermentation } from './colon-fermentation.ts';
import { colonFirmicutes } from './colon-firmicutes.ts';
import { colonLactateLumped } from './colon-lactate-lumped.ts';
import { colonMucinDegraders } from './colon-mucin-degraders.ts';
import { colonSubstrates } from './colon-substrates.ts';
import { colonTransit } from './colon-transit.ts';
import { colonTurnover } from './colon-turnover.ts';
import { coreHost } from './host.ts';
import { intake } from './intake.ts';
import { alcoholExposure, motility } from './motility.ts';
import { smallBowel } from './small-bowel.ts';
import { smallBowelBacteria } from './small-bowel-bacteria.ts';

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
