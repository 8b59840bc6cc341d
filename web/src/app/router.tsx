import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import type { RecordStore } from '../record/record-store.ts';
import { Landing } from '../start/landing.tsx';
import { ErrorPage, MissingPage } from './error-page.tsx';
import { optionalPage } from './navigation.ts';
import { Shell } from './shell.tsx';

/**
 * Addresses stand behind the `#`: any static host can serve the app from any folder without rewrite rules,
 * and the host never learns which page, or which plan in a link, was opened.
 */
export function makeRouter(store: RecordStore) {
  const root = createRootRoute({
    component: Shell,
    errorComponent: ErrorPage,
    notFoundComponent: MissingPage,
  });
  const withRecord = (): void => {
    const { loaded, document } = store.snapshot();
    if (loaded && document === undefined) throw redirect({ to: '/' });
  };
  const page = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
    createRoute({ getParentRoute: () => root, path, component, beforeLoad: withRecord });

  const landing = createRoute({
    getParentRoute: () => root,
    path: '/',
    component: Landing,
    beforeLoad: () => {
      if (store.snapshot().document !== undefined) throw redirect({ to: '/today' });
    },
  });
  const start = createRoute({
    getParentRoute: () => root,
    path: '/start/$step',
    component: lazyRouteComponent(() => import('../start/start-page.tsx'), 'StartPage'),
  });
  const shared = createRoute({
    getParentRoute: () => root,
    path: '/shared/$version/$content',
    component: lazyRouteComponent(() => import('../keep/shared-page.tsx'), 'SharedPage'),
  });
  const openFile = createRoute({
    getParentRoute: () => root,
    path: '/open',
    component: lazyRouteComponent(() => import('../keep/open-page.tsx'), 'OpenPage'),
  });

  const learn = optionalPage('../learn/learn-page.tsx', 'LearnPage');
  const evidence = optionalPage('../evidence/evidence-page.tsx', 'EvidencePage');
  const open = (path: string, load: () => Promise<Record<string, unknown>>, name: string) =>
    createRoute({
      getParentRoute: () => root,
      path,
      component: lazyRouteComponent(load as () => Promise<Record<string, () => null>>, name),
    });

  return createRouter({
    history: createHashHistory(),
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultErrorComponent: ErrorPage,
    routeTree: root.addChildren([
      landing,
      start,
      shared,
      openFile,
      page(
        '/today',
        lazyRouteComponent(() => import('../today/today-page.tsx'), 'TodayPage'),
      ),
      page(
        '/food',
        lazyRouteComponent(() => import('../food/food-page.tsx'), 'FoodPage'),
      ),
      page(
        '/life',
        lazyRouteComponent(() => import('../life/life-page.tsx'), 'LifePage'),
      ),
      page(
        '/time',
        lazyRouteComponent(() => import('../curves/time-page.tsx'), 'TimePage'),
      ),
      page(
        '/try',
        lazyRouteComponent(() => import('../compare/compare-page.tsx'), 'ComparePage'),
      ),
      page(
        '/help',
        lazyRouteComponent(() => import('../help/help-page.tsx'), 'HelpPage'),
      ),
      page(
        '/report',
        lazyRouteComponent(() => import('../report/report-page.tsx'), 'ReportPage'),
      ),
      page(
        '/tests',
        lazyRouteComponent(() => import('../laboratory/laboratory-page.tsx'), 'LaboratoryPage'),
      ),
      page(
        '/record',
        lazyRouteComponent(() => import('../keep/record-page.tsx'), 'RecordPage'),
      ),
      page(
        '/about-me',
        lazyRouteComponent(() => import('../start/about-me-page.tsx'), 'AboutMePage'),
      ),
      page(
        '/more',
        lazyRouteComponent(() => import('./more-page.tsx'), 'MorePage'),
      ),
      ...(learn ? [open('/learn', learn, 'LearnPage'), open('/learn/$topic', learn, 'LearnPage')] : []),
      // The rest may be empty: this is also the address `/evidence`.
      ...(evidence ? [open('/evidence/$', evidence, 'EvidencePage')] : []),
    ]),
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
