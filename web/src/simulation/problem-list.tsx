import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../src/problem/problem.ts';

type Shown = Pick<Problem, 'code' | 'message' | 'where' | 'fix'>;

/** Problems with their number, place and what to do. They come from the readers, in English. */
export function ProblemList({ problems }: { problems: readonly Shown[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <ul className="problems" lang="en">
      {problems.map((problem) => (
        <li key={`${problem.code}-${problem.where?.field ?? ''}-${problem.message}`}>
          <span className="soft small">
            {problem.code}
            {problem.where?.line !== undefined && `, ${t('problem.line', { line: problem.where.line })}`}
          </span>{' '}
          {problem.message} {problem.fix}
        </li>
      ))}
    </ul>
  );
}
