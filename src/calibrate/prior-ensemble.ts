import { Matrix } from 'ml-matrix';
import type { ParameterValues } from '../simulate/contract.ts';
import { drawPrior, isUncertain, type PriorParameter, priorScale } from '../simulate/priors.ts';

/** The parameters that a fit may move, on the scale on which their priors are normal with mean 0 and SD 1. */
export interface FreeParameters {
  readonly parameters: readonly PriorParameter[];
  /** Bounds of each on that scale: the range that is believed possible. */
  readonly bounds: readonly (readonly [low: number, high: number])[];
  /** One column of a matrix on that scale as parameter values. */
  valuesOf(ensemble: Matrix, member: number): ParameterValues;
}

/** @param chosen ids to free; every uncertain parameter unless given */
export function freeParameters(
  all: readonly PriorParameter[],
  chosen: (id: string) => boolean = () => true,
): FreeParameters {
  const parameters = all.filter((parameter) => isUncertain(parameter) && chosen(parameter.id));
  return {
    parameters,
    bounds: parameters.map((parameter) => [
      standardised(parameter, parameter.range[0]),
      standardised(parameter, parameter.range[1]),
    ]),
    valuesOf: (ensemble, member) =>
      Object.fromEntries(
        parameters.map((parameter, row) => [parameter.id, natural(parameter, ensemble.get(row, member))]),
      ),
  };
}

/** A value as so many prior SDs from the prior's centre. */
export function standardised(parameter: PriorParameter, value: number): number {
  const { scale, centre, standardDeviation } = priorScale(parameter);
  return ((scale === 'log' ? Math.log(value) : value) - centre) / standardDeviation;
}

/** The inverse of `standardised`. */
export function natural(parameter: PriorParameter, z: number): number {
  const { scale, centre, standardDeviation } = priorScale(parameter);
  const value = centre + standardDeviation * z;
  return scale === 'log' ? Math.exp(value) : value;
}

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
    indices.forEach((member, column) => {
      ensemble.set(row, column, standardised(parameter, drawPrior(parameter, seed, member)));
    });
  });
  return ensemble;
}
