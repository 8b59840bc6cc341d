import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../design/button.tsx';
import { LanguageChoice } from '../i18n/language-choice.tsx';
import { TypicalLining } from '../lining/typical-lining.tsx';
import './start.css';

/** One sentence, one moving picture, one button. */
export function Landing(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="landing">
      <h1>{t('landing.sentence')}</h1>
      <TypicalLining />
      <div className="landing-go">
        <ButtonLink to="/start/1" look="primary">
          {t('landing.go')}
        </ButtonLink>
        <p className="soft small">{t('landing.private')}</p>
      </div>
      <p className="soft small">{t('landing.notADiagnosis')}</p>
      <div className="row">
        <ButtonLink to="/open" look="quiet" small>
          {t('landing.haveFile')}
        </ButtonLink>
        <LanguageChoice />
      </div>
    </div>
  );
}
