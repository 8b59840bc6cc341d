import type { ProblemCode } from '../problem/problem.ts';

/** Every problem that fitting can tell, in one line each. */
export const calibrateProblemCodes: Readonly<Record<ProblemCode, string>> = {
  Z6001: 'The inflations of the smoother do not sum to 1.',
  Z6002: 'Observations and errors differ in number.',
  Z6003: 'The fit was cancelled; finished steps are kept.',
  Z6010: 'The file of fitted parameters is broken.',
  Z6011: 'The file of fitted parameters cannot be read.',
  Z6012: 'The fitted parameters are of another assembly, and are not used.',
  Z6013: 'The model has changed since its parameters were fitted.',
};
