import type { CatalogueChange } from '../catalogue-shape.ts';
import { fibreChanges } from './fibre.ts';
import { foodChanges } from './food.ts';
import { lifeChanges } from './life.ts';
import { microbeChanges } from './microbes.ts';
import { supplementChanges } from './supplements.ts';

/** Every change that Zonula knows, with what it does, for whom, and how well that is known. */
export const catalogue: readonly CatalogueChange[] = [
  ...fibreChanges,
  ...microbeChanges,
  ...foodChanges,
  ...supplementChanges,
  ...lifeChanges,
];

/** @returns the change, or undefined for an id that is not in the catalogue */
export function findChange(id: string): CatalogueChange | undefined {
  return catalogue.find((change) => change.id === id);
}
