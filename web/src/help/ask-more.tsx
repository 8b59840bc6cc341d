import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../src/problem/problem.ts';
import type { FibreAnswer, LeaveOneOutAnswer } from '../../../src/rank/index.ts';
import { Button } from '../design/button.tsx';
import { useFormats } from '../i18n/format.ts';
import { todayDate } from '../record/today.ts';
import { useDocument } from '../record/use-record.ts';
import type { Question } from '../simulation/contract.ts';
import { ProblemList } from '../simulation/problem-list.tsx';
import { callback, simulationService } from '../simulation/simulation-client.ts';
import { simulationDocument } from '../simulation/simulation-document.ts';

const questions = ['leave-one-out', 'fibre'] as const satisfies readonly Question[];

/** Questions the other way round: what matters most in my life as it is, and how much fibre it would take. */
export function AskMore(): ReactNode {
  const { t } = useTranslation('help');
  const record = useDocument();
  const { language } = useFormats();
  const [progress, setProgress] = useState<{ done: number; all: number }>();
  const [answers, setAnswers] = useState<readonly (LeaveOneOutAnswer | FibreAnswer)[]>([]);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  useEffect(() => () => void simulationService().cancel('ask'), []);
  const ask = async (question: Question): Promise<void> => {
    setProgress({ done: 0, all: 1 });
    setProblems([]);
    const simulation = simulationDocument(record, [], todayDate());
    const answer = await simulationService().ask(
      question,
      { simulation, language },
      callback((done, all) => setProgress({ done, all })),
    );
    setProgress(undefined);
    if (answer.kind === 'problems') setProblems(answer.problems);
    if (answer.kind === 'result')
      setAnswers((before) => [
        ...before.filter((one) => one.question !== answer.result.question),
        answer.result,
      ]);
  };
  return (
    <section className="stack tight">
      <h2>{t('ask.title')}</h2>
      <div className="row">
        {questions.map((question) => (
          <Button key={question} small isDisabled={progress !== undefined} onPress={() => void ask(question)}>
            {t(`ask.${question}`)}
          </Button>
        ))}
      </div>
      <div role="status" className="stack tight">
        {progress && (
          <progress max={Math.max(1, progress.all)} value={progress.done} aria-label={t('ask.busy')} />
        )}
        {problems.length > 0 && <ProblemList problems={problems} />}
        {answers.map((answer) => (
          <div key={answer.question} className="card">
            <p>{answer.says}</p>
            {answer.question === 'leave-one-out' && (
              <ul className="small">
                {answer.parts.map((part) => (
                  <li key={part.part}>{part.says}</li>
                ))}
              </ul>
            )}
            {answer.question === 'fibre' &&
              answer.cautions.map(({ rule, says }) => (
                <p key={rule} className="notice small">
                  {says}
                </p>
              ))}
          </div>
        ))}
      </div>
    </section>
  );
}
