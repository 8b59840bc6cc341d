import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { measureShown } from './course-marks.ts';
import { ProblemList } from './problem-list.tsx';
import { useCourse } from './use-course.ts';
import './simulation.css';

/** How far the computation is, and what stopped it. */
export function CourseNews(): ReactNode {
  const { t } = useTranslation('simulation');
  const { course, busy, problems } = useCourse();
  useEffect(() => {
    if (course) void measureShown(course.turn, course.done);
  }, [course]);
  const errors = problems.filter(({ severity }) => severity === 'error');
  return (
    <div className="course-news" role="status">
      {busy && (
        <p className="small soft">{course === undefined ? t('first') : t('more', { count: course.done })}</p>
      )}
      {!busy && course && errors.length === 0 && (
        <p className="small soft">{t('ready', { count: course.result.people })}</p>
      )}
      {errors.length > 0 && (
        <div className="notice">
          <p>
            <strong>{t('stopped')}</strong>
          </p>
          <ProblemList problems={errors} />
        </div>
      )}
    </div>
  );
}
