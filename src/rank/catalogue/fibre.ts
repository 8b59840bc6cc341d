import type { CatalogueChange } from '../catalogue-shape.ts';
import { wording as w } from '../wording.ts';
import { fibreFirst, fibreInflammation, fibreLining, irritableBowel, refinedStarches } from './shared.ts';

/** More fibre, from food and as powder. */
export const fibreChanges: readonly CatalogueChange[] = [
  {
    id: 'whole_grains',
    title: w('Whole grains instead of white', 'Cereales integrales en lugar de blancos'),
    what: w(
      'Up to 150 g a day of white bread, white rice or cornflakes give way to wholemeal bread, over two weeks.',
      'Hasta 150 g al día de pan blanco, arroz blanco o copos de maíz pasan a pan integral, en dos semanas.',
    ),
    acts: 'model',
    effort: 1,
    rampDays: 14,
    steps: [
      {
        do: 'exchange',
        from: refinedStarches,
        to: 'wholemeal_bread',
        grams: 150,
        gramsTo: 140,
        otherwise: 'leave',
      },
    ],
    fits: {
      rule: { eats: refinedStarches },
      otherwise: w('You eat hardly any white grains.', 'Casi no comes cereales blancos.'),
    },
    tags: ['fibre'],
    first: fibreFirst,
    guideline: {
      says: w(
        'Guidelines ask for 25 to 38 g of fibre a day. In irritable bowel coarse bran can make things worse.',
        'Las guías piden de 25 a 38 g de fibra al día. En el intestino irritable el salvado grueso puede empeorar.',
      ),
      sources: ['bsg-ibs-2021'],
    },
    evidence: [
      fibreLining,
      fibreInflammation,
      {
        on: 'bacteria',
        grade: 'B',
        sources: ['so2018'],
        says: w('More fibre feeds bifidobacteria and raises acids.', 'Más fibra alimenta bifidobacterias.'),
      },
    ],
  },
  {
    id: 'oats_breakfast',
    title: w('Oats for breakfast', 'Avena en el desayuno'),
    what: w(
      '50 g of rolled oats in place of as much cornflakes, bread or pastry.',
      '50 g de copos de avena en lugar de otro tanto de copos de maíz, pan o bollería.',
    ),
    acts: 'model',
    effort: 1,
    rampDays: 7,
    steps: [
      {
        do: 'exchange',
        from: [
          'cornflakes',
          'croissant',
          'muffin',
          'doughnut',
          'white_bread',
          'bagel',
          'wholemeal_bread',
          'rye_bread',
        ],
        to: 'oats_dry',
        grams: 50,
        otherwise: 'add',
      },
    ],
    fits: {
      rule: { not: { eats: ['oats_dry', 'oatmeal_cooked', 'oat_bran'] } },
      otherwise: w('You already eat oats.', 'Ya comes avena.'),
    },
    tags: ['fibre'],
    first: fibreFirst,
    guideline: {
      says: w(
        'Advice for irritable bowel names oats as a fibre that many tolerate.',
        'Los consejos para el intestino irritable nombran la avena como fibra bien tolerada.',
      ),
      sources: ['nice-cg61'],
    },
    evidence: [fibreLining, fibreInflammation],
  },
  {
    id: 'pulses',
    title: w('Beans, lentils or chickpeas every day', 'Alubias, lentejas o garbanzos cada día'),
    what: w(
      '120 g of cooked lentils a day in place of as much meat, chips or white rice, built up over four weeks.',
      '120 g de lentejas cocidas al día en lugar de otro tanto de carne, patatas fritas o arroz blanco, en cuatro semanas.',
    ),
    acts: 'model',
    effort: 2,
    rampDays: 28,
    steps: [
      {
        do: 'exchange',
        from: ['fries', 'beef_mince', 'sausage', 'frankfurter', 'white_rice', 'pasta', 'cheeseburger'],
        to: 'lentils',
        grams: 120,
        otherwise: 'add',
      },
    ],
    tags: ['fibre'],
    first: w(
      'More gas for two or three weeks; less when you build it up slowly and rinse canned beans.',
      'Más gases durante dos o tres semanas; menos si aumentas poco a poco y enjuagas las legumbres de bote.',
    ),
    interactions: w(
      'Alpha-galactosidase tablets with the meal lower the gas.',
      'Las pastillas de alfa-galactosidasa con la comida reducen los gases.',
    ),
    evidence: [
      fibreLining,
      fibreInflammation,
      {
        on: 'symptoms',
        symptoms: ['bloating'],
        grade: 'B',
        sources: ['flatus1971'],
        says: w('Beans make more gas.', 'Las legumbres producen más gases.'),
      },
    ],
  },
  {
    id: 'fruit_and_vegetables',
    title: w(
      'Two more portions of vegetables and one of fruit',
      'Dos raciones más de verdura y una de fruta',
    ),
    what: w(
      '80 g of broccoli, 80 g of carrot and one orange more each day.',
      '80 g de brócoli, 80 g de zanahoria y una naranja más cada día.',
    ),
    acts: 'model',
    effort: 2,
    rampDays: 14,
    steps: [
      { do: 'add', food: 'broccoli', grams: 80 },
      { do: 'add', food: 'carrot', grams: 80 },
      { do: 'add', food: 'orange', grams: 140 },
    ],
    fits: {
      rule: { fact: 'fibre_g', below: 35 },
      otherwise: w('You already eat much fibre.', 'Ya comes mucha fibra.'),
    },
    tags: ['fibre'],
    first: fibreFirst,
    guideline: {
      says: w(
        'With irritable bowel, advice is at most three portions of fruit a day.',
        'Con intestino irritable se aconsejan como mucho tres raciones de fruta al día.',
      ),
      sources: ['nice-cg61'],
    },
    evidence: [fibreLining, fibreInflammation],
  },
  {
    id: 'nuts_and_seeds',
    title: w('A handful of nuts instead of sweets or crisps', 'Un puñado de frutos secos en lugar de dulces'),
    what: w(
      '30 g of almonds a day in place of cookies, crisps, cake or sweets.',
      '30 g de almendras al día en lugar de galletas, patatas fritas de bolsa, pasteles o caramelos.',
    ),
    acts: 'model',
    effort: 1,
    rampDays: 0,
    steps: [
      {
        do: 'exchange',
        from: ['cookies', 'potato_chips', 'choc_cake', 'doughnut', 'hard_candy', 'milk_chocolate'],
        to: 'almonds',
        grams: 30,
        otherwise: 'add',
      },
    ],
    fits: {
      rule: { not: { eats: ['almonds', 'walnuts', 'hazelnuts', 'pistachios', 'cashews'] } },
      otherwise: w('You already eat nuts.', 'Ya comes frutos secos.'),
    },
    tags: ['fibre'],
    evidence: [fibreLining, fibreInflammation],
  },
  {
    id: 'guideline_day',
    title: w('Eat by the guidelines', 'Comer según las guías'),
    what: w(
      'A day with about 44 g of fibre and 5 % of energy from saturated fat: oats, wholemeal bread, lentils, fish, fruit, vegetables. Step by step over six weeks.',
      'Un día con unos 44 g de fibra y un 5 % de la energía de grasa saturada: avena, pan integral, lentejas, pescado, fruta y verdura. Paso a paso en seis semanas.',
    ),
    acts: 'model',
    effort: 3,
    rampDays: 42,
    steps: [{ do: 'menu', menu: 'guideline' }],
    fits: {
      rule: {
        any: [
          { fact: 'fibre_g', below: 30 },
          { fact: 'saturated_fat_percent', above: 10 },
        ],
      },
      otherwise: w('You already eat close to the guidelines.', 'Ya comes cerca de lo que dicen las guías.'),
    },
    tags: ['fibre', 'less-carbohydrate'],
    first: fibreFirst,
    evidence: [
      fibreLining,
      fibreInflammation,
      {
        on: 'bacteria',
        grade: 'B',
        sources: ['okeefe2015', 'so2018'],
        says: w('More fibre, more butyrate.', 'Más fibra, más butirato.'),
      },
    ],
  },
  {
    id: 'psyllium',
    title: w('Psyllium (ispaghula)', 'Psilio (ispágula)'),
    what: w(
      '10 g of husk a day with plenty of water, from 3 g in the first week.',
      '10 g de cáscara al día con mucha agua, desde 3 g la primera semana.',
    ),
    acts: 'model',
    effort: 1,
    rampDays: 21,
    steps: [{ do: 'add', food: 'psyllium_husk', grams: 10 }],
    fits: {
      rule: { not: { eats: ['psyllium_husk'] } },
      otherwise: w('You already take it.', 'Ya lo tomas.'),
    },
    tags: ['fibre', 'supplement'],
    first: w(
      'Fullness in the first days; always drink a large glass of water with it.',
      'Sensación de lleno los primeros días; toma siempre un vaso grande de agua.',
    ),
    guideline: {
      says: w(
        'The fibre that guidelines recommend in irritable bowel: start with 3 to 4 g a day and build up slowly.',
        'La fibra que las guías recomiendan en el intestino irritable: empezar con 3 a 4 g al día y subir despacio.',
      ),
      sources: ['bsg-ibs-2021'],
    },
    interactions: w(
      'Take other medicines an hour before or two hours after it.',
      'Toma otros medicamentos una hora antes o dos horas después.',
    ),
    evidence: [
      {
        on: 'lining',
        grade: 'N',
        sources: ['psyllium-ibs-children'],
        says: w(
          'A trial saw no change of the sugar test.',
          'Un ensayo no vio cambios en la prueba de azúcares.',
        ),
      },
      {
        on: 'symptoms',
        grade: 'A',
        sources: ['ford2008', 'bsg-ibs-2021'],
        says: w(
          'In irritable bowel fewer people keep their complaints.',
          'En el intestino irritable menos personas siguen con molestias.',
        ),
      },
    ],
    trials: {
      population: irritableBowel,
      populationName: w('adults with irritable bowel', 'adultos con intestino irritable'),
      measure: 'notImproved',
      ratio: 0.78,
      against: 'placebo',
      weeks: 12,
      sources: ['ford2008'],
    },
    weeksToNotice: 4,
  },
  {
    id: 'wheat_bran',
    title: w('Wheat bran', 'Salvado de trigo'),
    what: w('15 g a day, with water.', '15 g al día, con agua.'),
    acts: 'model',
    effort: 1,
    rampDays: 14,
    steps: [{ do: 'add', food: 'wheat_bran', grams: 15 }],
    tags: ['fibre'],
    first: w(
      'Often more bloating; in irritable bowel it can make complaints worse.',
      'A menudo más hinchazón; en el intestino irritable puede empeorar las molestias.',
    ),
    guideline: {
      says: w(
        'Not advised in irritable bowel: insoluble fibre may make it worse.',
        'No se aconseja en el intestino irritable: la fibra insoluble puede empeorarlo.',
      ),
      sources: ['bsg-ibs-2021', 'nice-cg61'],
    },
    evidence: [
      fibreLining,
      {
        on: 'symptoms',
        symptoms: ['constipation'],
        grade: 'D',
        sources: ['burkitt-1972', 'cummings-1992'],
        says: w(
          'It makes stools heavier and passage faster.',
          'Aumenta el peso de las heces y acelera el tránsito.',
        ),
      },
    ],
  },
  {
    id: 'linseed',
    title: w('A spoon of linseed', 'Una cucharada de lino'),
    what: w('10 g of ground linseed a day with a glass of water.', '10 g de lino molido al día con agua.'),
    acts: 'model',
    effort: 1,
    rampDays: 7,
    steps: [{ do: 'add', food: 'flaxseed', grams: 10 }],
    tags: ['fibre'],
    guideline: {
      says: w(
        'With irritable bowel and bloating up to one tablespoon a day.',
        'Con intestino irritable e hinchazón, hasta una cucharada al día.',
      ),
      sources: ['nice-cg61'],
    },
    evidence: [fibreLining],
  },
];
