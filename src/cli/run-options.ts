import { type Command, InvalidArgumentError } from 'commander';
import { limits } from '../person/index.ts';
import type { ParameterValues } from '../simulate/contract.ts';
import { wholeNumber } from './whole-number.ts';

/** Options that every command with a run in it has. */
export interface RunFlags {
  readonly people?: number;
  readonly seed?: number;
  readonly set?: ParameterValues;
  readonly core?: boolean;
  readonly workers?: number;
  readonly posterior?: string;
  readonly prior?: boolean;
}

function setting(text: string, before: ParameterValues = {}): ParameterValues {
  const [, name, value] = /^\s*([A-Za-z]\w*)\s*=\s*([-+.\deE]+)\s*$/.exec(text) ?? [];
  if (name === undefined || value === undefined || !Number.isFinite(Number(value)))
    throw new InvalidArgumentError('Write a parameter and a number: --set k_ge=0.4');
  return { ...before, [name]: Number(value) };
}

export function withRunFlags(command: Command): Command {
  return command
    .option('--people <n>', 'virtual people who stand for this person', wholeNumber(1, limits.mostPeople))
    .option('--seed <n>', 'seed of the random numbers', wholeNumber(0, Number.MAX_SAFE_INTEGER))
    .option('--set <parameter=value>', 'set a parameter of the model; can be repeated', setting)
    .option('--core', 'the smaller core model: faster, without gas, bile, iron and feelings')
    .option(
      '--ensemble <file>',
      'fitted draws to take the shared numbers from (zonula calibrate writes them)',
    )
    .option('--prior', 'draw the shared numbers from their priors, not from the fit')
    .option('--workers <n>', 'worker threads (all cores by default)', wholeNumber(1, 256));
}
