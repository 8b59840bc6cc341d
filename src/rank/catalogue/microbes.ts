import type { CatalogueChange } from '../catalogue-shape.ts';
import { wording as w } from '../wording.ts';
import { irritableBowel, milks, prebioticInflammation, prebioticLining, probioticLining } from './shared.ts';

const gasFirst = w(
  'More gas for one or two weeks; start with half the dose.',
  'Más gases durante una o dos semanas; empieza con la mitad de la dosis.',
);
const mayWorsenIrritableBowel = {
  says: w(
    'May make irritable bowel worse; no guideline recommends it there.',
    'Puede empeorar el intestino irritable; ninguna guía lo recomienda ahí.',
  ),
  sources: ['isapp-definitions', 'bsg-ibs-2021'],
} as const;
const probioticGuideline = {
  says: w(
    'For irritable bowel one guideline allows a try of up to 12 weeks and names no strain; another advises them only within trials.',
    'Para el intestino irritable una guía permite probar hasta 12 semanas sin nombrar cepa; otra los aconseja solo en ensayos.',
  ),
  sources: ['bsg-ibs-2021', 'aga-probiotics-2020', 'nice-cg61'],
} as const;
const probioticFirst = w(
  'Usually nothing, sometimes wind for a few days. Stop after 12 weeks if nothing is better.',
  'Normalmente nada, a veces gases unos días. Déjalo a las 12 semanas si nada mejora.',
);
const probioticTrials = {
  population: irritableBowel,
  populationName: w('adults with irritable bowel', 'adultos con intestino irritable'),
  measure: 'improved',
  ratio: 1.52,
  interval: [1.32, 1.76],
  shrunkTo: 1.25,
  against: 'placebo',
  weeks: 8,
  sources: ['li2020probiotic'],
} as const;
const probioticMood = {
  on: 'symptoms',
  grade: 'C',
  sources: ['li2020probiotic', 'liu2019'],
  says: w(
    'In irritable bowel somewhat more people improve; studies are uneven.',
    'En el intestino irritable mejora algo más de gente; los estudios son desiguales.',
  ),
} as const;
const bifidogenic = (sources: CatalogueChange['evidence'][number]['sources']) =>
  ({
    on: 'bacteria',
    grade: 'A',
    sources,
    says: w('More bifidobacteria, in several trials.', 'Más bifidobacterias, en varios ensayos.'),
  }) as const;

/** What feeds bacteria, and bacteria that are eaten. */
export const microbeChanges: readonly CatalogueChange[] = [
  {
    id: 'inulin',
    title: w('Inulin (chicory fibre)', 'Inulina (fibra de achicoria)'),
    what: w(
      '8 g of powder a day, from 3 g in the first week.',
      '8 g de polvo al día, desde 3 g la primera semana.',
    ),
    acts: 'model',
    effort: 1,
    rampDays: 14,
    steps: [{ do: 'take', exposure: 'inulin', dose: 8, atHours: [8] }],
    tags: ['fibre', 'supplement'],
    first: gasFirst,
    guideline: mayWorsenIrritableBowel,
    evidence: [prebioticLining, prebioticInflammation, bifidogenic(['kolida2007', 'boets2015'])],
  },
  {
    id: 'scfos',
    title: w('Short-chain fructo-oligosaccharides', 'Fructooligosacáridos de cadena corta'),
    what: w('5 g of powder a day.', '5 g de polvo al día.'),
    acts: 'model',
    effort: 1,
    rampDays: 7,
    steps: [{ do: 'take', exposure: 'fructooligosaccharides', dose: 5, atHours: [8] }],
    tags: ['fibre', 'supplement'],
    first: gasFirst,
    guideline: mayWorsenIrritableBowel,
    evidence: [prebioticLining, prebioticInflammation, bifidogenic(['bouhnik2006'])],
  },
  {
    id: 'gos',
    title: w('Galacto-oligosaccharides', 'Galactooligosacáridos'),
    what: w('5 g a day.', '5 g al día.'),
    acts: 'model',
    effort: 1,
    rampDays: 7,
    steps: [{ do: 'take', exposure: 'galactooligosaccharides', dose: 5, atHours: [8] }],
    tags: ['fibre', 'supplement'],
    first: gasFirst,
    guideline: mayWorsenIrritableBowel,
    evidence: [
      {
        ...prebioticLining,
        sources: ['krumbeck-2018', 'prebiotic-sr-2024'],
        says: w(
          'No change at rest; a small gain only after an aspirin challenge in one trial.',
          'Sin cambios en reposo; una pequeña mejora solo tras aspirina en un ensayo.',
        ),
      },
      prebioticInflammation,
      bifidogenic(['krumbeck-2018']),
    ],
  },
  {
    id: 'resistant_starch',
    title: w('Resistant starch', 'Almidón resistente'),
    what: w(
      '15 g a day as powder, or a large portion of cooked and cooled potatoes or rice; built up over three weeks.',
      '15 g al día en polvo, o una buena ración de patatas o arroz cocidos y enfriados; en tres semanas.',
    ),
    acts: 'model',
    effort: 1,
    rampDays: 21,
    steps: [{ do: 'take', exposure: 'resistant_starch', dose: 15, atHours: [8] }],
    tags: ['fibre', 'supplement'],
    first: gasFirst,
    guideline: {
      says: w(
        'With irritable bowel advice is less resistant starch.',
        'Con intestino irritable se aconseja menos almidón resistente.',
      ),
      sources: ['nice-cg61'],
    },
    evidence: [
      prebioticLining,
      prebioticInflammation,
      {
        on: 'bacteria',
        grade: 'B',
        sources: ['baxter2019', 'deehan2020', 'devarakonda2024'],
        says: w(
          'Butyrate rises in some people and not in others.',
          'El butirato sube en unas personas y en otras no.',
        ),
      },
    ],
  },
  {
    id: 'guar_gum',
    title: w('Partially hydrolysed guar gum', 'Goma guar parcialmente hidrolizada'),
    what: w('5 g a day, stirred into a drink.', '5 g al día, disueltos en una bebida.'),
    acts: 'model',
    effort: 1,
    rampDays: 7,
    steps: [{ do: 'add', food: 'phgg', grams: 5 }],
    tags: ['fibre', 'supplement'],
    first: gasFirst,
    evidence: [
      {
        ...prebioticLining,
        grade: 'D',
        sources: ['prebiotic-sr-2024'],
        says: w(
          'The evidence here holds no trial of it with a sugar test.',
          'No hay aquí ensayos suyos con prueba de azúcares.',
        ),
      },
    ],
  },
  {
    id: 'lactobacillus',
    title: w('A Lactobacillus probiotic', 'Un probiótico de Lactobacillus'),
    what: w(
      'One capsule of 10 billion a day for up to 12 weeks. Strains differ; most are not compared with each other.',
      'Una cápsula de 10.000 millones al día hasta 12 semanas. Las cepas difieren y casi no se comparan.',
    ),
    acts: 'model',
    effort: 1,
    rampDays: 0,
    steps: [{ do: 'take', exposure: 'lactobacillus', dose: 1e10, atHours: [8], forDays: 84 }],
    tags: ['probiotic', 'supplement'],
    first: probioticFirst,
    guideline: probioticGuideline,
    interactions: w(
      'Take it some hours apart from an antibiotic.',
      'Tómalo separado unas horas del antibiótico.',
    ),
    evidence: [probioticLining, probioticMood],
    trials: probioticTrials,
    weeksToNotice: 4,
  },
  {
    id: 'bifidobacterium',
    title: w('A Bifidobacterium probiotic', 'Un probiótico de Bifidobacterium'),
    what: w(
      'One capsule of 10 billion a day for up to 12 weeks.',
      'Una cápsula de 10.000 millones al día hasta 12 semanas.',
    ),
    acts: 'model',
    effort: 1,
    rampDays: 0,
    steps: [{ do: 'take', exposure: 'bifidobacterium', dose: 1e10, atHours: [8], forDays: 84 }],
    tags: ['probiotic', 'supplement'],
    first: probioticFirst,
    guideline: probioticGuideline,
    evidence: [
      { ...probioticLining, sources: ['krumbeck-2018', 'aspirin-probiotic-2023', 'uc-probiotic-null-2019'] },
      probioticMood,
      {
        on: 'bacteria',
        grade: 'B',
        sources: ['maldonado2016'],
        says: w(
          'It settles in about three of ten people; in the others it passes through.',
          'Se instala en unas tres de cada diez personas; en el resto pasa de largo.',
        ),
      },
    ],
    trials: probioticTrials,
    weeksToNotice: 4,
  },
  {
    id: 'multi_strain',
    title: w('A probiotic of several strains', 'Un probiótico de varias cepas'),
    what: w(
      'One dose of 50 billion a day for up to 12 weeks.',
      'Una dosis de 50.000 millones al día hasta 12 semanas.',
    ),
    acts: 'model',
    effort: 1,
    rampDays: 0,
    steps: [{ do: 'take', exposure: 'mixed_probiotic', dose: 5e10, atHours: [8], forDays: 84 }],
    tags: ['probiotic', 'supplement'],
    first: probioticFirst,
    guideline: probioticGuideline,
    evidence: [
      { ...probioticLining, sources: ['lamprecht-2012', 'zheng-2023', 'uc-probiotic-null-2019'] },
      probioticMood,
    ],
    trials: probioticTrials,
    weeksToNotice: 4,
  },
  {
    id: 'saccharomyces_boulardii',
    title: w('Saccharomyces boulardii (a yeast)', 'Saccharomyces boulardii (una levadura)'),
    what: w(
      '250 to 500 mg a day, mostly studied beside an antibiotic.',
      'De 250 a 500 mg al día, estudiada sobre todo junto a un antibiótico.',
    ),
    acts: 'nothing',
    effort: 1,
    rampDays: 0,
    steps: [],
    tags: ['probiotic', 'supplement'],
    guideline: {
      says: w(
        'Some guidance allows it while taking an antibiotic. Never with a central line or in severe illness.',
        'Alguna guía lo permite durante un antibiótico. Nunca con un catéter central o enfermedad grave.',
      ),
      sources: ['aga-probiotics-2020', 'probiotic-safety-review'],
    },
    evidence: [],
  },
  {
    id: 'yoghurt_daily',
    title: w('Plain yoghurt every day', 'Yogur natural cada día'),
    what: w(
      '170 g of plain yoghurt in place of ice cream, sweet yoghurt or milk.',
      '170 g de yogur natural en lugar de helado, yogur dulce o leche.',
    ),
    acts: 'model',
    effort: 1,
    rampDays: 0,
    steps: [
      {
        do: 'exchange',
        from: ['ice_cream', 'yogurt_fruit', ...milks],
        to: 'yogurt_whole',
        grams: 170,
        otherwise: 'add',
      },
    ],
    fits: {
      rule: { not: { eats: ['yogurt_whole', 'yogurt_lowfat', 'yogurt_greek', 'kefir'] } },
      otherwise: w('You already eat yoghurt or kefir.', 'Ya tomas yogur o kéfir.'),
    },
    tags: [],
    evidence: [
      {
        on: 'inflammation',
        grade: 'C',
        sources: ['wastyk-2021'],
        says: w(
          'Several signals fell with six portions of fermented food a day; the usual blood test did not.',
          'Varias señales bajaron con seis raciones de fermentados al día; el análisis habitual no.',
        ),
      },
    ],
  },
  {
    id: 'kefir_daily',
    title: w('Kefir every day', 'Kéfir cada día'),
    what: w(
      'A glass (240 g) of kefir in place of milk or a sweet drink.',
      'Un vaso (240 g) de kéfir en lugar de leche o refresco.',
    ),
    acts: 'model',
    effort: 1,
    rampDays: 7,
    steps: [{ do: 'exchange', from: [...milks, 'cola'], to: 'kefir', grams: 240, otherwise: 'add' }],
    fits: {
      rule: { not: { eats: ['kefir'] } },
      otherwise: w('You already drink kefir.', 'Ya bebes kéfir.'),
    },
    tags: [],
    evidence: [
      {
        on: 'inflammation',
        grade: 'C',
        sources: ['wastyk-2021'],
        says: w('As with yoghurt.', 'Como con el yogur.'),
      },
    ],
  },
  {
    id: 'fermented_vegetables',
    title: w('Raw sauerkraut or kimchi', 'Chucrut crudo o kimchi'),
    what: w(
      '70 g of unheated sauerkraut a day. Canned sauerkraut holds no living bacteria.',
      '70 g de chucrut sin calentar al día. El de lata no lleva bacterias vivas.',
    ),
    acts: 'model',
    effort: 2,
    rampDays: 14,
    steps: [{ do: 'add', food: 'sauerkraut_raw', grams: 70 }],
    fits: {
      rule: { not: { eats: ['sauerkraut_raw', 'kimchi'] } },
      otherwise: w('You already eat it.', 'Ya lo comes.'),
    },
    tags: [],
    interactions: w(
      'Salty, and rich in histamine: not with a histamine intolerance.',
      'Salado y rico en histamina: no con intolerancia a la histamina.',
    ),
    evidence: [
      {
        on: 'inflammation',
        grade: 'C',
        sources: ['wastyk-2021', 'marco_2022'],
        says: w('As with other fermented food.', 'Como con otros fermentados.'),
      },
    ],
  },
  {
    id: 'fermented_six',
    title: w('Six portions of fermented food a day', 'Seis raciones de fermentados al día'),
    what: w(
      'Yoghurt, kefir, kimchi, sauerkraut and kombucha, built up over four weeks.',
      'Yogur, kéfir, kimchi, chucrut y kombucha, en cuatro semanas.',
    ),
    acts: 'model',
    effort: 3,
    rampDays: 28,
    steps: [
      {
        do: 'exchange',
        from: ['ice_cream', 'yogurt_fruit', ...milks],
        to: 'yogurt_whole',
        grams: 340,
        otherwise: 'add',
      },
      { do: 'exchange', from: ['cola'], to: 'kefir', grams: 240, otherwise: 'add' },
      { do: 'add', food: 'kimchi', grams: 75 },
      { do: 'add', food: 'sauerkraut_raw', grams: 70 },
      { do: 'exchange', from: ['cola'], to: 'kombucha', grams: 240, otherwise: 'add' },
    ],
    tags: [],
    first: w('More wind at first.', 'Más gases al principio.'),
    evidence: [
      {
        on: 'inflammation',
        grade: 'B',
        sources: ['wastyk-2021'],
        says: w(
          '19 inflammatory proteins fell in a ten-week trial; CRP did not.',
          '19 proteínas de inflamación bajaron en un ensayo de diez semanas; la PCR no.',
        ),
      },
      {
        on: 'bacteria',
        grade: 'B',
        sources: ['wastyk-2021'],
        says: w('More kinds of bacteria.', 'Más tipos de bacterias.'),
      },
    ],
  },
];
