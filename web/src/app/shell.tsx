import { Link, Outlet, useLocation, useRouterState } from '@tanstack/react-router';
import { type ReactNode, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../design/button.tsx';
import { useRecord, useRecordStore } from '../record/use-record.ts';
import { KeptCourse } from '../simulation/use-course.ts';
import { EvidenceFoot, EvidenceNews } from './evidence-news.tsx';
import { pages } from './navigation.ts';
import { OfflineNews } from './offline-news.tsx';
import { SavingNews } from './saving-news.tsx';
import { Sign } from './sign.tsx';
import { Mark } from './wordmark.tsx';

/** What stands around every page: head, menu, news about saving. */
export function Shell(): ReactNode {
  const { t } = useTranslation();
  const { document: record } = useRecord();
  const bare = record === undefined;
  return (
    <div className={bare ? 'shell bare' : 'shell'}>
      <button type="button" className="skip button" onClick={focusMain}>
        {t('skipToContent')}
      </button>
      <Head />
      {!bare && <KeptCourse />}
      {!bare && <SideMenu />}
      <div>
        <SavingNews />
        <OfflineNews />
        <EvidenceNews />
        <Main />
      </div>
      {!bare && <BarMenu />}
    </div>
  );
}

/** The address belongs to the router, so the skip button moves the focus by hand. */
function focusMain(): void {
  document.getElementById('main')?.focus();
}

function Head(): ReactNode {
  const { t } = useTranslation();
  const { canUndo, canRedo } = useRecord();
  const store = useRecordStore();
  return (
    <header className="shell-head">
      <Link to="/" className="wordmark">
        <Mark />
        {'Zonula'}
      </Link>
      <div className="row">
        {canUndo && (
          <IconButton label={t('undo')} onPress={() => void store.undo()}>
            ↶
          </IconButton>
        )}
        {canRedo && (
          <IconButton label={t('redo')} onPress={() => void store.redo()}>
            ↷
          </IconButton>
        )}
      </div>
    </header>
  );
}

function Main(): ReactNode {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the new path is what asks for the focus
  useEffect(() => {
    if (first.current) first.current = false;
    else main.current?.focus();
  }, [pathname]);
  return (
    <main id="main" className="shell-main" ref={main} tabIndex={-1}>
      <Suspense fallback={<p className="loading">{t('loading')}</p>}>
        <Outlet />
      </Suspense>
      <EvidenceFoot />
    </main>
  );
}

function SideMenu(): ReactNode {
  const { t } = useTranslation();
  return (
    <nav className="side" aria-label={t('menu')}>
      {pages.map((page) => (
        <Link key={page.path} to={page.path}>
          <Sign id={page.sign} />
          {t(page.name)}
        </Link>
      ))}
    </nav>
  );
}

function BarMenu(): ReactNode {
  const { t } = useTranslation();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const hidden = pages.filter((page) => !page.always);
  const underMore = path === '/more' || hidden.some((page) => path.startsWith(page.path));
  return (
    <nav className="bar" aria-label={t('menu')}>
      {pages
        .filter((page) => page.always)
        .map((page) => (
          <Link key={page.path} to={page.path}>
            <Sign id={page.sign} />
            {t(page.name)}
          </Link>
        ))}
      <Link to="/more" {...(underMore ? { 'aria-current': 'page' as const } : {})}>
        <Sign id="more" />
        {t('page.more')}
      </Link>
    </nav>
  );
}
