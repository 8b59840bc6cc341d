import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import type { Course } from '../simulation/course-store.ts';
import { simulationService } from '../simulation/simulation-client.ts';

type PossibleYou = Readonly<Record<string, readonly number[]>>;

const millisecondsEach = 900;

/** Shows the virtual people behind the bands, one after the other. */
export function PossibleYous({
  course,
  onShow,
}: {
  course: Course;
  onShow: (you: PossibleYou) => void;
}): ReactNode {
  const { t } = useTranslation('curves');
  const [people, setPeople] = useState<readonly PossibleYou[]>([]);
  const [place, setPlace] = useState<number>();
  const playing = place !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other results end the play
  useEffect(() => {
    setPlace(undefined);
    onShow({});
  }, [course.result]);
  useEffect(() => {
    if (place === undefined) return;
    const you = people[place];
    if (!you) {
      setPlace(undefined);
      onShow({});
      return;
    }
    onShow(you);
    const timer = setTimeout(() => setPlace(place + 1), millisecondsEach);
    return () => clearTimeout(timer);
  }, [place, people, onShow]);
  const play = async (): Promise<void> => {
    const found = await simulationService().possibleYous();
    setPeople(found);
    setPlace(0);
  };
  return (
    <div className="row">
      {playing ? (
        <>
          <Button
            small
            onPress={() => {
              setPlace(undefined);
              onShow({});
            }}
          >
            {t('stopPlay')}
          </Button>
          <span role="status" className="small">
            {t('possibleYou', { number: (place ?? 0) + 1, all: people.length })}
          </span>
        </>
      ) : (
        <Button small onPress={() => void play()}>
          {t('play')}
        </Button>
      )}
    </div>
  );
}
