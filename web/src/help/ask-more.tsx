import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../src/problem/problem.ts';
import type { DoseAnswer, FibreAnswer, LeaveOneOutAnswer } from '../../../src/rank/index.ts';
import { Button } from '../design/button.tsx';
import { SelectInput } from '../design/field.tsx';
import { useFormats } from '../i18n/format.ts';
import { todayDate } from '../record/today.ts';
import { useDocument } from '../record/use-record.ts';
import { askedPeople, type Question } from '../simulation/contract.ts';
import { ProblemList } from '../simulation/problem-list.tsx';
import { callback, simulationService } from '../simulation/simulation-client.ts';
import { simulationDocument } from '../simulation/simulation-document.ts';
import { DosePoints } from './dose-points.tsx';

type InverseAnswer = LeaveOneOutAnswer | FibreAnswer | DoseAnswer;

/** A change that may be asked about. */
interface Titled {
  readonly id: string;
  readonly title: string;
}

/** Questions the other way round: what matters most as life is, how much fibre, and which dose is enough. */
export function AskMore({ changes }: { changes: readonly Titled[] }): ReactNode {
  const { t } = useTranslation('help');
  const record = useDocument();
  const { language } = useFormats();
  const [progress, setProgress] = useState<{ done: number; all: number }>();
  const [answers, setAnswers] = useState<readonly InverseAnswer[]>([]);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  useEffect(() => () => void simulationService().cancel('ask'), []);
  const ask = async (question: Question): Promise<void> => {
    setProgress({ done: 0, all: 1 });
    setProblems([]);
    const simulation = simulationDocument(record, [], todayDate());
    try {
      const answer = await simulationService().ask(
        question,
        { simulation, language },
        callback((done, all) => setProgress({ done, all })),
      );
      if (answer.kind === 'problems') setProblems(answer.problems);
      if (answer.kind === 'result')
        setAnswers((before) => [
          answer.result,
          ...before.filter((one) => one.question !== answer.result.question),
        ]);
    } catch (error) {
      setProblems([{ code: 'Z9001', severity: 'error', message: String(error) }]);
    }
    setProgress(undefined);
  };
  const busy = progress !== undefined;
  return (
    <section className="stack tight">
      <h2>{t('ask.title')}</h2>
      <p className="soft small">{t('ask.about', { people: askedPeople })}</p>
      <div className="row">
        <Button small isDisabled={busy} onPress={() => void ask({ kind: 'leave-one-out' })}>
          {t('ask.leave-one-out')}
        </Button>
        <Button small isDisabled={busy} onPress={() => void ask({ kind: 'fibre' })}>
          {t('ask.fibre')}
        </Button>
      </div>
      <AskDose changes={changes} busy={busy} onAsk={(change) => void ask({ kind: 'dose', change })} />
      <div role="status" className="stack tight">
        {progress && (
          <div className="row">
            <progress max={Math.max(1, progress.all)} value={progress.done} aria-label={t('ask.busy')} />
            <Button small look="quiet" onPress={() => void simulationService().cancel('ask')}>
              {t('stop')}
            </Button>
          </div>
        )}
        {problems.length > 0 && <ProblemList problems={problems} />}
        {answers.map((answer) => (
          <AnswerCard key={answer.question} answer={answer} changes={changes} />
        ))}
      </div>
    </section>
  );
}

/** Asks of one change with a dose from where on more adds nothing. */
function AskDose({
  changes,
  busy,
  onAsk,
}: {
  changes: readonly Titled[];
  busy: boolean;
  onAsk: (change: string) => void;
}): ReactNode {
  const { t } = useTranslation('help');
  const [withDose, setWithDose] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<string>();
  useEffect(() => {
    void simulationService().changesWithDose().then(setWithDose);
  }, []);
  const options = changes
    .filter(({ id }) => withDose.includes(id))
    .map(({ id, title }) => ({ id, label: title }));
  const value = options.find(({ id }) => id === chosen)?.id ?? options[0]?.id;
  if (value === undefined) return null;
  return (
    <div className="row ask-dose">
      <SelectInput label={t('ask.doseOf')} value={value} options={options} onChange={setChosen} />
      <Button small isDisabled={busy} onPress={() => onAsk(value)}>
        {t('ask.dose')}
      </Button>
    </div>
  );
}

function AnswerCard({ answer, changes }: { answer: InverseAnswer; changes: readonly Titled[] }): ReactNode {
  const { t } = useTranslation('help');
  const about =
    answer.question === 'dose'
      ? (changes.find(({ id }) => id === answer.change)?.title ?? answer.change)
      : t(`ask.${answer.question}`);
  return (
    <article className="card">
      <h3>{about}</h3>
      <p>{answer.says}</p>
      {answer.question === 'leave-one-out' ? (
        <ul className="small">
          {answer.parts.map((part) => (
            <li key={part.part}>{part.says}</li>
          ))}
        </ul>
      ) : (
        <>
          <DosePoints doses={answer.doses} />
          {answer.cautions.map(({ rule, says }) => (
            <p key={rule} className="notice small">
              {says}
            </p>
          ))}
        </>
      )}
    </article>
  );
}
