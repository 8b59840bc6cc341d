import { describe, expect, test } from 'vitest';
import { fullModules } from '../../model/assemblies.ts';
import { probes } from '../../model/probes.ts';
import { assemble } from '../../src/language/assemble.ts';
import { conditions } from '../../src/person/conditions.ts';
import { exposureCatalogue } from '../../src/person/exposure-catalogue.ts';
import { laboratoryTests } from '../../src/simulate/laboratory-tests.ts';
import { symptomDefinitions } from '../../src/simulate/symptom-definitions.ts';

const system = assemble([...fullModules, probes], { name: 'full' });
const series = new Set([...system.states, ...system.derived].map(({ id }) => id));
const inputs = new Set(system.inputs.map(({ id }) => id));
const parameters = new Set(system.parameters.map(({ id }) => id));
const states = new Set(system.states.map(({ id }) => id));
const absent = (names: Iterable<string>, known: ReadonlySet<string>): string[] =>
  [...new Set(names)].filter((name) => !known.has(name)).sort();

/** What others ask of the full assembly by name: nothing may be missing in silence. */
describe('names that the full assembly owes to others', () => {
  test('series of laboratory tests', () => {
    const wanted = laboratoryTests.flatMap(({ results }) =>
      results.flatMap(({ from }) => ('series' in from ? [from.series] : [])),
    );
    expect(absent(wanted, series)).toEqual([]);
  });

  test('probes and loads of laboratory tests', () => {
    expect(
      absent(
        laboratoryTests.flatMap((each) => each.probes.map((probe) => `${probe}_ur`)),
        states,
      ),
    ).toEqual([]);
    expect(
      absent(
        laboratoryTests.flatMap(({ load }) => (load ? [load.input] : [])),
        inputs,
      ),
    ).toEqual([]);
  });

  test('drivers of symptoms, and expectancy', () => {
    const wanted = symptomDefinitions.flatMap(({ drivers }) =>
      drivers.flatMap(({ series: driver, times }) => (times === undefined ? [driver] : [driver, times])),
    );
    expect(absent([...wanted, 'expc'], series)).toEqual([]);
  });

  test('inputs of exposures', () => {
    const wanted = exposureCatalogue.flatMap(({ effects }) =>
      effects.flatMap((effect) => ('input' in effect ? [effect.input] : [])),
    );
    // The meal's own treatment, not an input of the model: it splits galacto-oligosaccharides before they are eaten.
    expect(absent(wanted, inputs)).toEqual(['u_agal']);
  });

  test('parameters, inputs and start states of conditions', () => {
    expect(
      absent(
        conditions.flatMap(({ settings }) => settings.map(({ parameter }) => parameter)),
        parameters,
      ),
    ).toEqual([]);
    expect(
      absent(
        conditions.flatMap((each) => Object.keys(each.inputs ?? {})),
        inputs,
      ),
    ).toEqual([]);
    expect(
      absent(
        conditions.flatMap(({ starts }) => (starts ?? []).map(({ state }) => state)),
        states,
      ),
    ).toEqual([]);
  });

  test('inputs of food and of the person', () => {
    const wanted = [
      ...['fat', 'prot', 'starch', 'sugar', 'oli', 'mon', 'fib', 'glu', 'lac', 'rs', 'nsf', 'mlk', 'oth'].map(
        (food) => `meal_${food}`,
      ),
      ...[
        'sfa_frac',
        'nns',
        'vit_d_food_ug',
        'zinc_mg',
        'u_emul',
        'live_cfu',
        'mlk_d',
        'gl_d',
        'u_alc_g',
        'u_start_plan',
      ],
      ...[
        'age',
        'weight',
        'GFR',
        'u_obese',
        't2d',
        'sens',
        'meth',
        'react',
        'cdi_carrier',
        'season_d25',
        'iron_food',
        'b12_in',
      ],
    ];
    expect(absent(wanted, inputs)).toEqual([]);
    expect(absent(['ferr0', 'pi_risk', 'e_person', 'pi_fades', 'colon_ok', 'lct'], parameters)).toEqual([]);
  });
});
