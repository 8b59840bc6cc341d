import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { todayDate } from '../record/today.ts';
import { useDocument } from '../record/use-record.ts';
import { type CourseState, CourseStore } from './course-store.ts';
import { drawn } from './drawn.ts';
import { callback, simulationService } from './simulation-client.ts';

const courses = new CourseStore(
  (request, onPartial) =>
    simulationService().run(
      request,
      callback((result, done) => {
        onPartial(result, done);
        return drawn();
      }),
    ),
  (simulation) => simulationService().reference(simulation),
  todayDate,
);

/** Keeps the course up to date on pages that do not show it, once one has. */
export function KeptCourse(): ReactNode {
  const record = useDocument();
  useEffect(() => courses.keep(record), [record]);
  return null;
}

/** The simulated course of this record; begins to compute when a page asks for it first. */
export function useCourse(): CourseState {
  const record = useDocument();
  const state = useSyncExternalStore(courses.subscribe, courses.snapshot);
  useEffect(() => courses.follow(record), [record]);
  return state;
}

/** The plan that is shown beside life as it is; what shows no bands need not be drawn again with each. */
export function usePlanShown(): {
  readonly plan: string | undefined;
  readonly showPlan: (plan: string | undefined) => void;
} {
  const record = useDocument();
  const plan = useSyncExternalStore(courses.subscribe, () => courses.snapshot().plan);
  useEffect(() => courses.follow(record), [record]);
  return { plan, showPlan: (wanted) => courses.showPlan(wanted, record) };
}
