import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunResult } from '../../../src/simulate/result.ts';
import { Button } from '../design/button.tsx';
import { useFormats } from '../i18n/format.ts';

const steps = ['drink', 'cross', 'urine', 'ratio'] as const;
const millisecondsEach = 3500;

const smallPlaces = Array.from({ length: 22 }, (_, i) => ({
  x: 20 + ((i * 53) % 280),
  y: 14 + ((i * 29) % 60),
}));
const largePlaces = Array.from({ length: 14 }, (_, i) => ({
  x: 30 + ((i * 71) % 270),
  y: 12 + ((i * 37) % 64),
}));
const cellPlaces = Array.from({ length: 9 }, (_, i) => i * 35.6);
const crossingSmall = 7;
const crossingLarge = 1;

/** The two-sugar test in four pictures, with this person's own expected numbers. */
export function SugarTestStory({ result, day }: { result: RunResult; day: number }): ReactNode {
  const { t } = useTranslation('laboratory');
  const { number } = useFormats();
  const [step, setStep] = useState(0);
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => {
      if (step + 1 < steps.length) setStep(step + 1);
      else setPlaying(false);
    }, millisecondsEach);
    return () => clearTimeout(timer);
  }, [playing, step]);
  const readout = result.tests.find((one) => one.test === 'two_sugar' && one.day === day)?.results;
  const middle = (id: string): string => number(readout?.[id]?.p50 ?? Number.NaN);
  const id = steps[step] ?? 'drink';
  return (
    <section className="card sugar-story">
      <h2>{t('story.title')}</h2>
      <svg viewBox="0 0 320 190" role="img" aria-label={t(`story.${id}`, values(middle))}>
        <rect width="320" height="84" fill="var(--lumen)" />
        <rect y="118" width="320" height="72" fill="var(--tissue)" />
        {cellPlaces.map((x) => (
          <rect
            key={x}
            x={x + 1.5}
            y="84"
            width="32.6"
            height="34"
            rx="6"
            fill="var(--cell)"
            stroke="var(--cell-edge)"
          />
        ))}
        {smallPlaces.map(({ x, y }, i) => {
          const crosses = i < crossingSmall && step > 0;
          return (
            <circle
              key={`small-${x}-${y}`}
              className="sugar"
              r="4"
              fill="var(--guild-bac)"
              transform={
                crosses ? `translate(${35.6 * (i + 1)} ${step > 1 ? 172 : 132})` : `translate(${x} ${y})`
              }
            />
          );
        })}
        {largePlaces.map(({ x, y }, i) => {
          const crosses = i < crossingLarge && step > 0;
          return (
            <path
              key={`large-${x}-${y}`}
              className="sugar"
              d="M-7 -5h14v10h-14z"
              fill="var(--guild-ent)"
              transform={crosses ? `translate(${35.6 * 4} ${step > 1 ? 172 : 138})` : `translate(${x} ${y})`}
            />
          );
        })}
      </svg>
      <div className="stack">
        <p role="status">{t(`story.${id}`, values(middle))}</p>
        <ul className="key">
          <li>
            <svg viewBox="-8 -8 16 16" aria-hidden="true">
              <circle r="5" fill="var(--guild-bac)" />
            </svg>
            {t('story.mannitol')}
          </li>
          <li>
            <svg viewBox="-8 -8 16 16" aria-hidden="true">
              <path d="M-7 -5h14v10h-14z" fill="var(--guild-ent)" />
            </svg>
            {t('story.lactulose')}
          </li>
        </ul>
        <div className="row">
          <Button
            small
            look="primary"
            onPress={() => {
              setStep(0);
              setPlaying(true);
            }}
          >
            {t('story.play')}
          </Button>
          <Button small isDisabled={step === 0} onPress={() => setStep(step - 1)}>
            {t('story.back')}
          </Button>
          <Button small isDisabled={step === steps.length - 1} onPress={() => setStep(step + 1)}>
            {t('story.next')}
          </Button>
        </div>
      </div>
    </section>
  );
}

function values(middle: (id: string) => string): Record<string, string> {
  return {
    lactulose: middle('lactulose_0_5h'),
    mannitol: middle('mannitol_0_5h'),
    ratio: middle('ratio_0_5h'),
  };
}
