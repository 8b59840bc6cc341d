import type { ProblemCode } from '../problem/problem.ts';

/**
 * Every problem that reading a validation plan can tell, in one line each; `docs/errors.md` lists them. What stands
 * inside `person`, `habitual`, `history` and `changes` is told with the Z3 codes of the person file, at the plan's line.
 */
export const planProblemCodes: Readonly<Record<ProblemCode, string>> = {
  Z7000: 'The plan folder cannot be read, or holds no plan.',
  Z7001: 'The file is not readable as YAML.',
  Z7002: 'A key stands twice in one group.',
  Z7003: 'The version of the plan format is missing or not known.',
  Z7004: 'A key is not known.',
  Z7005: 'Something needed is missing.',
  Z7006: 'A value has the wrong form.',
  Z7007: 'A value is not one of the choices.',
  Z7010: 'The laboratory test (probe) is not known.',
  Z7011: 'The test has no such result.',
  Z7012: 'The model has no such series.',
  Z7013: 'The plan has no such arm.',
  Z7014: 'Two rows have one id.',
  Z7015: 'Two files are about one study id.',
  Z7016: 'A number has no unit.',
  Z7017: 'The unit is not the one that the model gives.',
  Z7018: 'A spread has no kind, or a kind has no spread.',
  Z7019: 'The spread does not have the form of its kind.',
  Z7020: 'The spread cannot belong to the value.',
  Z7021: 'The model has no such input.',
  Z7022: 'The value lies outside what the input can be.',
  Z7023: 'The model has no such parameter.',
  Z7024: 'The day or time cannot be simulated.',
  Z7025: 'The margin is not an interval around no effect.',
  Z7026: 'The row does not say what it compares with, or says it where there is nothing to compare.',
  Z7027: 'The observed number cannot be what it is said to be.',
  Z7028: 'An arm is used by no row.',
  Z7029: 'The plan has no such diet.',
  Z7030: 'The symptom is not known.',
  Z7031: 'A row of role negative is not a null.',
  Z7032: 'Two arms that are compared are the same to the model.',
  Z7033: 'A ratio of logarithms (pH, log10) is asked for.',
  Z7050: 'The file of honesty checks is broken.',
};
