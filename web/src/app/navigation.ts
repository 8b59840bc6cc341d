/** The pages, in the order of the menu. `always` stand in the bar of a phone; the rest is under More. */
export interface Page {
  readonly path: string;
  /** Key of its name in the texts `common`. */
  readonly name: string;
  readonly sign: SignId;
  readonly always: boolean;
}

export type SignId =
  | 'today'
  | 'food'
  | 'life'
  | 'try'
  | 'help'
  | 'time'
  | 'tests'
  | 'learn'
  | 'evidence'
  | 'record'
  | 'me'
  | 'more';

const optionalPages = {
  ...import.meta.glob('../learn/learn-page.tsx'),
  ...import.meta.glob('../evidence/evidence-page.tsx'),
};
const exists = (file: string): boolean => file in optionalPages;

export const pages: readonly Page[] = [
  { path: '/today', name: 'page.today', sign: 'today', always: true },
  { path: '/food', name: 'page.food', sign: 'food', always: true },
  { path: '/life', name: 'page.life', sign: 'life', always: true },
  { path: '/try', name: 'page.try', sign: 'try', always: true },
  { path: '/help', name: 'page.help', sign: 'help', always: false },
  { path: '/time', name: 'page.time', sign: 'time', always: false },
  { path: '/tests', name: 'page.tests', sign: 'tests', always: false },
  ...(exists('../learn/learn-page.tsx')
    ? [{ path: '/learn', name: 'page.learn', sign: 'learn', always: false } as const]
    : []),
  ...(exists('../evidence/evidence-page.tsx')
    ? [{ path: '/evidence', name: 'page.evidence', sign: 'evidence', always: false } as const]
    : []),
  { path: '/about-me', name: 'page.aboutMe', sign: 'me', always: false },
  { path: '/record', name: 'page.record', sign: 'record', always: false },
];

/** Loads a page that another part of the app brings. */
export function optionalPage(
  file: string,
  name: string,
): (() => Promise<Record<string, unknown>>) | undefined {
  const load = optionalPages[file];
  if (!load) return undefined;
  return async () => ({ [name]: ((await load()) as Record<string, unknown>)[name] });
}
