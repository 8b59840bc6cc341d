import { Matrix } from 'ml-matrix';
import type { ParameterValues } from '../simulate/contract.ts';
import {
  drawPrior,
  isUncertain,
  type PriorParameter,
  priorScale,
  rangeEndInStandardDeviations,
} from '../simulate/priors.ts';
import { truncatedNormal } from './normal-distribution.ts';

/**
 * The parameters that a fit may move, on a scale on which their priors are normal with mean 0 and SD 1 and their
 * defaults are 0. The priors are cut off at the ranges; the scale stretches them so that the whole line lies inside.
 */
export interface FreeParameters {
  readonly parameters: readonly PriorParameter[];
  /** One column of a matrix on that scale as parameter values. */
  valuesOf(ensemble: Matrix, member: number): ParameterValues;
}

/** @param chosen ids to free; every uncertain parameter unless given */
export function freeParameters(
  all: readonly PriorParameter[],
  chosen: (id: string) => boolean = () => true,
): FreeParameters {
  const parameters = all.filter((parameter) => isUncertain(parameter) && chosen(parameter.id));
  const scales = parameters.map(standardScale);
  return {
    parameters,
    valuesOf: (ensemble, member) =>
      Object.fromEntries(
        parameters.map(({ id }, row) => [
          id,
          (scales[row] as StandardScale).natural(ensemble.get(row, member)),
        ]),
      ),
  };
}

/** To and from the scale on which a prior is standard normal. */
export interface StandardScale {
  standardised(value: number): number;
  natural(u: number): number;
}

export function standardScale(parameter: PriorParameter): StandardScale {
  const { valueAt, deviationsOf } = priorScale(parameter);
  const [low, high] = parameter.range;
  return {
    standardised: (value) => withinRange.whole(deviationsOf(value)),
    natural: (u) => Math.min(high, Math.max(low, valueAt(withinRange.inside(u)))),
  };
}

/** Draws are cut off at the ends of the range, which lie equally far from the default in standard deviations. */
const withinRange = truncatedNormal(-rangeEndInStandardDeviations, rangeEndInStandardDeviations);

/** A value as the quantile of its prior, on the standard normal scale. */
export const standardised = (parameter: PriorParameter, value: number): number =>
  standardScale(parameter).standardised(value);

/** The inverse of `standardised`. */
export const natural = (parameter: PriorParameter, u: number): number => standardScale(parameter).natural(u);

/** The draw of one member, as a run without a fitted ensemble would use it. */
export function priorDraws(free: FreeParameters, member: number, seed: number): ParameterValues {
  return Object.fromEntries(
    free.parameters.map((parameter) => [parameter.id, drawPrior(parameter, seed, member)]),
  );
}

/**
 * Draws of the priors, one column per member.
 *
 * @param members how many, or which
 */
export function drawPriorEnsemble(
  free: FreeParameters,
  members: number | readonly number[],
  seed: number,
): Matrix {
  const indices =
    typeof members === 'number' ? Array.from({ length: members }, (_, index) => index) : members;
  const ensemble = new Matrix(free.parameters.length, indices.length);
  free.parameters.forEach((parameter, row) => {
    const scale = standardScale(parameter);
    indices.forEach((member, column) => {
      ensemble.set(row, column, scale.standardised(drawPrior(parameter, seed, member)));
    });
  });
  return ensemble;
}
