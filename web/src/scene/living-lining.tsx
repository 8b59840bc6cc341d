import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/format.ts';
import { Inspector } from '../inspect/inspector.tsx';
import { LiningDrawing } from '../lining/lining-drawing.tsx';
import { healthyCrossings, layoutLining, type PartId, pictureHeight, pictureWidth } from './layout.ts';
import { secondsPerHour } from './motion.ts';
import { MovingCanvas } from './moving-canvas.tsx';
import { SceneOverlay, twoDigits } from './overlay.tsx';
import { PartList } from './part-list.tsx';
import { partAt, sceneParts } from './parts.ts';
import { SizeGate } from './size-gate.tsx';
import type { LiningSnapshot } from './snapshot.ts';
import './scene.css';

/**
 * The lining of one day, alive: what drifts, what crosses, and what opens when it is tapped. Those who ask for less
 * motion, print, or have no WebGL get the same day as a still drawing.
 */
export function LivingLining({
  snapshot,
  ghost,
  day,
  title,
  description,
  children,
}: {
  snapshot: LiningSnapshot;
  /** The same day without the change. */
  ghost: LiningSnapshot | undefined;
  day: number;
  title: string;
  description: string;
  /** What stands right under the picture. */
  children: ReactNode;
}): ReactNode {
  const { t } = useTranslation('scene');
  const { number } = useFormats();
  const layout = useMemo(() => layoutLining(snapshot), [snapshot]);
  const ghostLayout = useMemo(() => ghost && layoutLining(ghost), [ghost]);
  const wantsStill = useWantsStill();
  const [drawn, setDrawn] = useState<boolean>();
  const { resting, rest } = useRests();
  const [open, setOpen] = useState<PartId>();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    // The parts are buttons below for keyboards and screen readers; this is the same for fingers.
    const tapped = (event: MouseEvent): void => {
      const box = element.getBoundingClientRect();
      const x = ((event.clientX - box.left) / box.width) * pictureWidth;
      const y = ((event.clientY - box.top) / box.height) * pictureHeight;
      const part = partAt(layout, x, y);
      if (part) setOpen(part);
    };
    element.addEventListener('click', tapped);
    return () => element.removeEventListener('click', tapped);
  }, [layout]);
  const moving = !wantsStill && !resting && drawn !== false;
  const series = sceneParts[snapshot.region].find(({ id }) => id === open)?.series;
  return (
    <div className="stack tight">
      <div ref={place} className={moving && drawn ? 'scene moving-scene' : 'scene'}>
        <LiningDrawing snapshot={snapshot} title={title} description={description} />
        {moving && <MovingCanvas layout={layout} onReady={setDrawn} onTooSlow={rest} />}
        <SceneOverlay layout={layout} ghost={ghostLayout} />
      </div>
      {children}
      <p className="small soft">
        {t('crossings', {
          count: Math.round(layout.crossingsPerHour),
          rate: number(twoDigits(layout.crossingsPerHour)),
          healthy: healthyCrossings,
        })}{' '}
        {moving && drawn && t('speed', { seconds: secondsPerHour })} {ghostLayout && t('ghost')}
      </p>
      <PartList region={snapshot.region} onOpen={setOpen} />
      <SizeGate snapshot={snapshot} />
      {series && <Inspector series={series} day={day} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

const restMs = 20_000;
const mostRests = 4;

/** A busy device gets the still picture for a while, then another try; a weak one keeps it in the end. */
function useRests(): { readonly resting: boolean; readonly rest: () => void } {
  const [rests, setRests] = useState(0);
  const [resting, setResting] = useState(false);
  useEffect(() => {
    if (!resting || rests > mostRests) return;
    const timer = setTimeout(() => setResting(false), restMs);
    return () => clearTimeout(timer);
  }, [resting, rests]);
  return {
    resting,
    rest: () => {
      setRests(rests + 1);
      setResting(true);
    },
  };
}

const still = '(prefers-reduced-motion: reduce)';

function useWantsStill(): boolean {
  const [wants, setWants] = useState(() => matchMedia(still).matches);
  useEffect(() => {
    const query = matchMedia(still);
    const changed = (): void => setWants(query.matches);
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, []);
  return wants;
}
