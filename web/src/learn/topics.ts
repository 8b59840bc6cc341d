import type { ExperimentId } from './experiments.ts';

export const topicIds = ['lining', 'opens', 'bacteria', 'blood', 'helps', 'unknown'] as const;
export type TopicId = (typeof topicIds)[number];

export interface Topic {
  readonly id: TopicId;
  readonly options: readonly string[];
  readonly right: string;
  readonly experiment?: ExperimentId;
  /** References that stand behind what the page says; ids of the evidence registry. */
  readonly sources: readonly string[];
}

export const topics: readonly Topic[] = [
  {
    id: 'lining',
    options: ['paper', 'coin', 'finger'],
    right: 'paper',
    sources: ['andre-1987', 'triple-sugar-ileostomy-2004'],
  },
  {
    id: 'opens',
    options: ['celecoxib', 'painkiller', 'gluten-free'],
    right: 'painkiller',
    experiment: 'opens',
    sources: [
      'vanuytsel-2014',
      'smecuol-2001',
      'pals-1997',
      'elamin-2014',
      'zhang-2000',
      'johnston-2000',
      'gfd2023',
    ],
  },
  {
    id: 'bacteria',
    options: ['most', 'half', 'quarter'],
    right: 'quarter',
    experiment: 'bacteria',
    sources: ['duncan2007', 'okeefe2015', 'prebiotic-sr-2024', 'dethlefsen2011'],
  },
  {
    id: 'blood',
    options: ['double', 'half', 'little'],
    right: 'little',
    experiment: 'blood',
    sources: ['draisma2009', 'dillingh2014', 'vors2015', 'lbp-weight-2018', 'vgontzas2004'],
  },
  {
    id: 'helps',
    options: ['probiotic', 'vitamin-d', 'none'],
    right: 'none',
    experiment: 'helps',
    sources: [
      'prebiotic-sr-2024',
      'psyllium-ibs-children',
      'vitDcalcium2021',
      'aspirin-probiotic-2023',
      'uc-probiotic-null-2019',
      'cummins-2001',
    ],
  },
  {
    id: 'unknown',
    options: ['eight', 'five', 'one'],
    right: 'one',
    sources: ['scheffler-2018', 'hanning2021', 'turpin-2020', 'postprandial-lps-null-2020'],
  },
];

export function topicOf(id: string): Topic | undefined {
  return topics.find((topic) => topic.id === id);
}

/** Address of a page, or of the list of all six. */
export function addressOf(id?: TopicId): string {
  return id === undefined ? '/learn' : `/learn/${id}`;
}
