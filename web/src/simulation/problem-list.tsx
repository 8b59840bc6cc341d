import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../src/problem/problem.ts';
import { translateProblem } from '../problems/translate-problem.ts';
import { useProblemTexts } from '../problems/use-problem-texts.ts';

type Shown = Pick<Problem, 'code' | 'message' | 'where' | 'fix'>;

/** Problems with their number, place and what to do; what only the English of the readers says is marked as English. */
export function ProblemList({ problems }: { problems: readonly Shown[] }): ReactNode {
  const { t } = useTranslation();
  const texts = useProblemTexts();
  return (
    <ul className="problems">
      {problems.map((problem) => {
        const translated = texts && translateProblem(problem, texts);
        const english = translated ? translated.english : [problem.message, problem.fix].join(' ');
        return (
          <li key={`${problem.code}-${problem.where?.field ?? ''}-${problem.message}`}>
            <span className="soft small">
              {problem.code}
              {problem.where?.line !== undefined && `, ${t('problem.line', { line: problem.where.line })}`}
            </span>{' '}
            {translated?.text} {english !== undefined && <span lang="en">{english}</span>}
          </li>
        );
      })}
    </ul>
  );
}
