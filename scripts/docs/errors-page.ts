/** docs/errors.md: every problem that Zonula can tell, with what to do. */

import { calibrateProblemCodes } from '../../src/calibrate/problem-codes.ts';
import { personProblemCodes } from '../../src/person/problem-codes.ts';
import type { ProblemCode } from '../../src/problem/problem.ts';
import { planProblemCodes } from '../../src/validate/problem-codes.ts';
import { page, section, table } from './markdown.ts';
import { type FoundProblem, scanProblems } from './problem-scan.ts';

const areas: Readonly<Record<string, string>> = {
  1: 'The model language (Z1)',
  2: 'Generated code and the solver (Z2)',
  3: 'The person file (Z3)',
  4: 'Foods (Z4)',
  5: 'Simulation, populations and evidence (Z5)',
  6: 'Calibration (Z6)',
  7: 'Validation (Z7)',
  8: 'The command line (Z8)',
  9: 'What helps, and the app (Z9)',
};

/** Where the sources do not have the words beside the code, or have several. */
const words: Readonly<Record<string, { readonly meaning: string; readonly fix: string }>> = {
  Z1001: {
    meaning: 'A law cannot be read.',
    fix: 'Look at the column that is named: a bracket, an operator or a name is missing.',
  },
  Z1002: {
    meaning: 'A law holds a bare empirical number.',
    fix: 'Give it a name, a unit, a range and a grade in params.',
  },
  Z1003: {
    meaning: 'A law calls something that is no named law, or with the wrong number of operands.',
    fix: 'Use one of the named laws; the message lists them.',
  },
  Z2017: {
    meaning: 'The run needs more steps than can be right.',
    fix: 'Look at what happens at the named time: an input far outside its range is the usual cause.',
  },
  Z7001: {
    meaning: 'The plan file is not readable as YAML.',
    fix: 'Check its indentation and quotes at the line that is named.',
  },
  Z7024: {
    meaning: 'A day or time of a plan cannot be simulated.',
    fix: 'Days count from 0; times stand in quotes, such as "08:00".',
  },
  Z9001: {
    meaning: 'The app met something it did not expect.',
    fix: 'Load the page again. Your record stays on the device.',
  },
  Z5040: {
    meaning: 'A warning sign that a doctor should look at.',
    fix: 'See a doctor. Zonula cannot tell what is behind it.',
  },
};

const meaningOf = ({ code, message }: FoundProblem): string =>
  words[code]?.meaning ??
  personProblemCodes[code as ProblemCode] ??
  planProblemCodes[code as ProblemCode] ??
  calibrateProblemCodes[code as ProblemCode] ??
  message;

const fixOf = ({ code, fix }: FoundProblem): string => {
  if (words[code] !== undefined) return words[code].fix;
  if (fix === '') return 'The message says it.';
  return fix === 'Did you mean …?'
    ? 'Write a known name; the message gives the nearest or the choices.'
    : fix;
};

export function errorsPage(): string {
  const problems = scanProblems();
  const sections = Object.entries(areas).map(([digit, title]) =>
    section(
      2,
      title,
      table(
        ['code', 'kind', 'what it says', 'what to do'],
        problems
          .filter(({ code }) => code[1] === digit)
          .map((problem) => [
            `<a id="${problem.code.toLowerCase()}"></a>${problem.code}`,
            problem.severities.join(', '),
            meaningOf(problem) || 'Told with its own message.',
            fixOf(problem),
          ]),
      ),
    ),
  );
  return page([
    '# Problems and what to do',
    'Every problem has a number, a message, the place where it stands and, where there is one, a way to mend it. "…" stands for what the message fills in. An error stops the work; a warning or a note does not. Written by `npm run docs` from the sources; do not edit.',
    ...sections,
  ]);
}
