import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findReference } from '../../../src/evidence/index.ts';
import { experiments } from '../../../web/src/learn/experiments.ts';
import { learnResults } from '../../../web/src/learn/kept-results.ts';
import { topics } from '../../../web/src/learn/topics.ts';

interface Texts {
  readonly arms: Readonly<Record<string, string>>;
  readonly topics: Readonly<Record<string, { readonly options: Readonly<Record<string, string>> }>>;
}
const texts = (language: string): Texts =>
  JSON.parse(readFileSync(`web/src/locales/${language}/learn.json`, 'utf8')) as Texts;

describe('what the Learn pages show', () => {
  it('holds a number for every arm of every experiment', () => {
    expect(learnResults.experiments.map(({ id, arms }) => [id, arms.map((arm) => arm.id)])).toEqual(
      experiments.map(({ id, arms }) => [id, arms.map((arm) => arm.id)]),
    );
  });

  it('keeps nulls null and causes causes', () => {
    const middle = (experiment: string, arm: string): number =>
      learnResults.experiments.find(({ id }) => id === experiment)?.arms.find(({ id }) => id === arm)?.p50 ??
      Number.NaN;
    expect(middle('opens', 'celecoxib')).toBeLessThan(1.15);
    expect(middle('opens', 'painkiller')).toBeGreaterThan(1.5);
    expect(middle('opens', 'gluten-free')).toBeCloseTo(1, 1);
    for (const arm of ['inulin', 'psyllium', 'vitamin-d', 'probiotic', 'gluten-free'])
      expect(middle('helps', arm)).toBeCloseTo(1, 1);
    expect(middle('helps', 'coeliac-gluten-free')).toBeLessThan(0.6);
    expect(middle('blood', 'leak-doubled')).toBeLessThan(1.3);
  });

  it.each(['en', 'es'])('has a text for every arm and option (%s)', (language) => {
    const { arms, topics: texted } = texts(language);
    for (const experiment of experiments)
      for (const { id } of experiment.arms) expect(arms[id], id).toBeTruthy();
    for (const { id, options, right } of topics) {
      expect(Object.keys(texted[id]?.options ?? {}).sort()).toEqual([...options].sort());
      expect(options).toContain(right);
    }
  });

  it('cites references that the registry holds', () => {
    for (const { sources } of topics) for (const id of sources) expect(findReference(id), id).toBeDefined();
  });
});
