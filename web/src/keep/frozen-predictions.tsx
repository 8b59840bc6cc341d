import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { useFormats } from '../i18n/format.ts';
import type { FrozenPrediction } from '../record/database.ts';
import { addDays, todayDate } from '../record/today.ts';
import { useDocument, useRecord, useRecordStore } from '../record/use-record.ts';
import type { Course } from '../simulation/course-store.ts';
import { useCourse } from '../simulation/use-course.ts';
import { outcomesOf, promisedShare } from './hit-rate.ts';

const daysPerWeek = 7;

function predictionOf({ result, simulation, plan }: Course): Omit<FrozenPrediction, 'id'> {
  const from = simulation.today;
  return {
    madeOn: addDays(simulation.firstDate, from),
    plan,
    modelVersion: result.zonula.version,
    modelHash: result.zonula.modelHash,
    symptoms: Object.fromEntries(
      Object.entries(result.symptoms).map(([id, band]) => [
        id,
        {
          // Points stand in the middle of their week.
          fromDays: band.timeDays.map((middle) => Math.floor(middle - daysPerWeek / 2) - from),
          p10: band.p10,
          p90: band.p90,
        },
      ]),
    ),
    tests: result.tests.flatMap(({ test, day, results }) =>
      Object.entries(results).map(([id, { unit, p10, p90 }]) => ({
        test,
        result: id,
        day: day - from,
        unit,
        p10,
        p90,
      })),
    ),
  };
}

/** Forecasts that were kept, under what happened. */
export function FrozenPredictions(): ReactNode {
  const { t } = useTranslation('keep');
  const { frozen } = useRecord();
  const store = useRecordStore();
  const { course, busy } = useCourse();
  return (
    <section className="card">
      <h2>{t('frozen.title')}</h2>
      <p className="small">{t('frozen.about')}</p>
      <div>
        <Button
          isDisabled={course === undefined || busy}
          onPress={() => course && void store.freeze(predictionOf(course))}
        >
          {t('frozen.keep')}
        </Button>
      </div>
      {frozen.map((prediction) => (
        <FrozenCard key={prediction.id} prediction={prediction} />
      ))}
    </section>
  );
}

function FrozenCard({ prediction }: { prediction: FrozenPrediction }): ReactNode {
  const { t } = useTranslation(['keep', 'symptoms', 'laboratory']);
  const record = useDocument();
  const store = useRecordStore();
  const { course } = useCourse();
  const { date, number, percent } = useFormats();
  const outcomes = outcomesOf(prediction, record);
  const hits = outcomes.filter(({ hit }) => hit).length;
  const name = (what: string): string =>
    t([`symptoms:${what}.name`, `laboratory:test.${what}.name`], { defaultValue: what });
  return (
    <article className="stack tight">
      <div className="row between">
        <h3>{t('frozen.madeOn', { date: date(prediction.madeOn) })}</h3>
        <Button small look="quiet" onPress={() => void store.unfreeze(prediction.id)}>
          {t('common:remove')}
        </Button>
      </div>
      <p className="small soft">
        {t('frozen.version', { version: prediction.modelVersion })}
        {course !== undefined &&
          course.result.zonula.modelHash !== prediction.modelHash &&
          ` ${t('frozen.otherModel')}`}
        {prediction.madeOn === todayDate() && ` ${t('frozen.fresh')}`}
      </p>
      {outcomes.length === 0 ? (
        <p className="small">{t('frozen.nothingYet')}</p>
      ) : (
        <>
          <p>
            {t('frozen.rate', {
              hits,
              all: outcomes.length,
              promised: percent(promisedShare),
            })}
          </p>
          <ul className="small">
            {outcomes.slice(-8).map((one) => (
              <li key={`${one.what}-${one.date}`}>
                {t(one.hit ? 'frozen.hit' : 'frozen.miss', {
                  what: name(one.what),
                  date: date(one.date),
                  value: number(one.value),
                  low: number(one.low),
                  high: number(one.high),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
}
