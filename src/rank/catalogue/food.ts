import type { CatalogueChange } from '../catalogue-shape.ts';
import { wording as w } from '../wording.ts';
import { irritableBowel, milks, sweetDrinks, sweets } from './shared.ts';

const saturatedFatLining = {
  on: 'lining',
  grade: 'C',
  sources: ['lyte-2016', 'erridge-2007', 'postprandial-lps-null-2020'],
  says: w(
    'Fat meals raise endotoxin in some studies and not in others; no trial followed the lining.',
    'Las comidas grasas suben la endotoxina en unos estudios y en otros no; ningún ensayo siguió el revestimiento.',
  ),
} as const;
const saturatedFatInflammation = {
  on: 'inflammation',
  grade: 'C',
  sources: ['pendyala-2012', 'amar-2008', 'vors-2015'],
  says: w(
    'Endotoxin activity fell on a prudent diet in a study of eight people.',
    'La actividad de endotoxina bajó con una dieta prudente en un estudio de ocho personas.',
  ),
} as const;
const noLiningEvidence = (
  text: ReturnType<typeof w>,
  sources: CatalogueChange['evidence'][number]['sources'],
) => ({ on: 'lining', grade: 'D', sources, says: text }) as const;

/** Foods that give way to others. */
export const foodChanges: readonly CatalogueChange[] = [
  {
    id: 'less_saturated_fat',
    title: w('Less saturated fat', 'Menos grasa saturada'),
    what: w(
      'Olive oil for butter and cream, chicken for burgers and sausage, nuts for cheese.',
      'Aceite de oliva por mantequilla y nata, pollo por hamburguesas y salchichas, frutos secos por queso.',
    ),
    acts: 'model',
    effort: 2,
    rampDays: 7,
    steps: [
      {
        do: 'exchange',
        from: ['butter', 'cream', 'lard', 'palm_oil', 'coconut_oil'],
        to: 'olive_oil',
        grams: 60,
        gramsTo: 50,
        otherwise: 'leave',
      },
      {
        do: 'exchange',
        from: ['cheeseburger', 'sausage', 'frankfurter', 'bacon', 'salami', 'beef_mince'],
        to: 'chicken_breast',
        grams: 200,
        gramsTo: 160,
        otherwise: 'leave',
      },
      {
        do: 'exchange',
        from: ['cheddar', 'american_cheese', 'brie', 'cream_cheese'],
        to: 'almonds',
        grams: 40,
        gramsTo: 25,
        otherwise: 'leave',
      },
    ],
    fits: {
      rule: { fact: 'saturated_fat_percent', above: 10 },
      otherwise: w(
        'Under 10 % of your energy is saturated fat already.',
        'Menos del 10 % de tu energía ya es grasa saturada.',
      ),
    },
    tags: [],
    guideline: {
      says: w('Less than 10 % of energy, for the heart.', 'Menos del 10 % de la energía, por el corazón.'),
      sources: [],
    },
    evidence: [saturatedFatLining, saturatedFatInflammation],
  },
  {
    id: 'mediterranean',
    title: w('Eat the Mediterranean way', 'Comer al estilo mediterráneo'),
    what: w(
      'Olive oil, vegetables, chickpeas, fish, nuts, yoghurt, wholemeal bread; changed over in four weeks.',
      'Aceite de oliva, verduras, garbanzos, pescado, frutos secos, yogur y pan integral; en cuatro semanas.',
    ),
    acts: 'model',
    effort: 3,
    rampDays: 28,
    steps: [
      { do: 'menu', menu: 'mediterranean' },
      // The menu as published has a glass of wine; nobody should start to drink for the gut.
      { do: 'leaveOut', foods: ['red_wine'], share: 1 },
    ],
    fits: {
      rule: {
        any: [
          { fact: 'fibre_g', below: 30 },
          { fact: 'saturated_fat_percent', above: 10 },
        ],
      },
      otherwise: w('You already eat much like this.', 'Ya comes de forma parecida.'),
    },
    tags: ['fibre'],
    first: w('More gas for one to three weeks.', 'Más gases durante una a tres semanas.'),
    evidence: [
      saturatedFatLining,
      saturatedFatInflammation,
      {
        on: 'bacteria',
        grade: 'B',
        sources: ['so2018', 'okeefe2015'],
        says: w('More fibre, more butyrate.', 'Más fibra, más butirato.'),
      },
    ],
  },
  {
    id: 'oily_fish',
    title: w('Oily fish twice a week', 'Pescado azul dos veces por semana'),
    what: w(
      'About 40 g of salmon a day on average, in place of red or processed meat.',
      'Unos 40 g de salmón al día de media, en lugar de carne roja o procesada.',
    ),
    acts: 'model',
    effort: 1,
    rampDays: 0,
    steps: [
      {
        do: 'exchange',
        from: [
          'beef_mince',
          'cheeseburger',
          'sausage',
          'bacon',
          'salami',
          'ham',
          'beef_steak',
          'pork_loin',
          'lamb',
        ],
        to: 'salmon_farmed',
        grams: 40,
        otherwise: 'add',
      },
    ],
    fits: {
      rule: { fact: 'fish_fat_g', below: 0.5 },
      otherwise: w('You already eat oily fish.', 'Ya comes pescado azul.'),
    },
    tags: [],
    evidence: [
      noLiningEvidence(
        w(
          'One meal study: endotoxin fell with fish oil. Fish fat itself is not modelled.',
          'Un estudio de comidas: la endotoxina bajó con aceite de pescado. Esa grasa en sí no está en el modelo.',
        ),
        ['lyte-2016'],
      ),
      {
        on: 'inflammation',
        grade: 'D',
        sources: ['lyte-2016'],
        says: w('No signal followed it.', 'Ninguna señal lo acompañó.'),
      },
    ],
  },
  {
    id: 'less_sugar',
    title: w('Water for sweet drinks, half the sweets', 'Agua por refrescos y la mitad de dulces'),
    what: w(
      'Sweet drinks go; cookies, ice cream, cake and sweets are halved.',
      'Fuera refrescos; galletas, helado, pasteles y caramelos a la mitad.',
    ),
    acts: 'model',
    effort: 2,
    rampDays: 7,
    steps: [
      { do: 'leaveOut', foods: sweetDrinks, share: 1 },
      { do: 'leaveOut', foods: sweets, share: 0.5 },
    ],
    fits: {
      rule: { fact: 'free_sugars_percent', above: 5 },
      otherwise: w(
        'Under 5 % of your energy is free sugar already.',
        'Menos del 5 % de tu energía ya es azúcar libre.',
      ),
    },
    tags: ['less-carbohydrate'],
    guideline: {
      says: w(
        'Under 10 % of energy, better under 5 %.',
        'Menos del 10 % de la energía, mejor menos del 5 %.',
      ),
      sources: [],
    },
    evidence: [
      noLiningEvidence(
        w(
          'No human trial of sugar with a sugar test of the lining.',
          'Ningún ensayo humano con prueba del revestimiento.',
        ),
        ['camilleri-2019'],
      ),
      {
        on: 'symptoms',
        symptoms: ['acne'],
        grade: 'B',
        sources: ['smith2007'],
        says: w(
          'Acne eased with a lower sugar load in one small trial.',
          'El acné mejoró con menos carga de azúcar en un ensayo pequeño.',
        ),
      },
    ],
  },
  {
    id: 'fewer_sweeteners',
    title: w('No sweeteners', 'Sin edulcorantes'),
    what: w('No diet drinks and no sugar-free gum.', 'Sin bebidas light ni chicle sin azúcar.'),
    acts: 'model',
    effort: 1,
    rampDays: 0,
    steps: [{ do: 'leaveOut', foods: ['cola_diet', 'gum_sugarless'], share: 1 }],
    fits: {
      rule: { fact: 'sweetened_servings', above: 0.2 },
      otherwise: w('You use hardly any.', 'Casi no usas.'),
    },
    tags: [],
    guideline: {
      says: w(
        'Sorbitol is best avoided with diarrhoea. Sweeteners are advised against for weight control.',
        'Con diarrea conviene evitar el sorbitol. No se aconsejan edulcorantes para controlar el peso.',
      ),
      sources: ['nice-cg61', 'who-sweeteners-2023'],
    },
    evidence: [noLiningEvidence(w('Not known in people.', 'No se sabe en personas.'), ['jecfa-adi'])],
  },
  {
    id: 'fewer_emulsifiers',
    title: w('Fewer emulsifiers', 'Menos emulsionantes'),
    what: w(
      'Sourdough for sliced bread, fruit for ice cream and cake: products without emulsifiers.',
      'Pan de masa madre por pan de molde, fruta por helado y pasteles: productos sin emulsionantes.',
    ),
    acts: 'model',
    effort: 2,
    rampDays: 0,
    steps: [
      {
        do: 'exchange',
        from: ['white_bread', 'bagel'],
        to: 'sourdough_bread',
        grams: 150,
        otherwise: 'leave',
      },
      {
        do: 'exchange',
        from: ['ice_cream', 'choc_cake', 'muffin', 'doughnut', 'cookies'],
        to: 'apple',
        grams: 100,
        gramsTo: 150,
        otherwise: 'leave',
      },
      {
        do: 'exchange',
        from: ['margarine', 'mayonnaise', 'ranch'],
        to: 'olive_oil',
        grams: 30,
        gramsTo: 20,
        otherwise: 'leave',
      },
    ],
    fits: {
      rule: { fact: 'emulsifier_foods_g', above: 30 },
      otherwise: w('You eat few foods with emulsifiers.', 'Comes pocos alimentos con emulsionantes.'),
    },
    tags: [],
    evidence: [
      {
        on: 'lining',
        grade: 'C',
        sources: ['chassaing-2022'],
        says: w(
          'A dose far above what food holds changed the mucus in two of seven volunteers.',
          'Una dosis muy superior a la de los alimentos cambió el moco en dos de siete voluntarios.',
        ),
      },
    ],
  },
  {
    id: 'gluten_free',
    title: w('Gluten-free for life (coeliac disease)', 'Sin gluten de por vida (enfermedad celíaca)'),
    what: w(
      'No wheat, rye or barley at all, with a dietitian who knows coeliac disease.',
      'Nada de trigo, centeno ni cebada, con un dietista que conozca la celiaquía.',
    ),
    acts: 'model',
    effort: 3,
    rampDays: 0,
    steps: [{ do: 'menu', menu: 'gluten_free' }],
    judgedAtWeeks: 26,
    fits: {
      rule: { fact: 'gluten_g', above: 0.05 },
      otherwise: w('You eat no gluten.', 'No comes gluten.'),
    },
    tags: ['gluten-free', 'restrictive'],
    first: w(
      'Many feel better within weeks; the lining takes months to a year and longer.',
      'Muchas personas mejoran en semanas; el revestimiento tarda de meses a un año o más.',
    ),
    guideline: {
      says: w(
        'The treatment of coeliac disease. Not recommended for irritable bowel.',
        'El tratamiento de la enfermedad celíaca. No se recomienda para el intestino irritable.',
      ),
      sources: ['nice-ng20', 'bsg-ibs-2021'],
    },
    evidence: [
      {
        on: 'lining',
        grade: 'A',
        sources: ['cummins-2001', 'johnston-2000', 'duerksen-2005'],
        says: w(
          'In coeliac disease the sugar test falls by half in a week and nears normal in a year.',
          'En la celiaquía la prueba de azúcares baja a la mitad en una semana y casi se normaliza en un año.',
        ),
      },
      {
        on: 'symptoms',
        grade: 'B',
        sources: ['nice-ng20'],
        says: w(
          'Usual in coeliac disease; not shown here by numbers.',
          'Lo habitual en la celiaquía; aquí sin números.',
        ),
      },
    ],
    weeksToNotice: 2,
  },
  {
    id: 'less_lactose',
    title: w('Lactose-free instead of milk', 'Sin lactosa en lugar de leche'),
    what: w(
      'A plant drink for milk, no ice cream. Hard cheese may stay.',
      'Bebida vegetal por leche, sin helado. El queso curado puede quedarse.',
    ),
    acts: 'model',
    effort: 1,
    rampDays: 0,
    steps: [
      { do: 'exchange', from: milks, to: 'oat_milk', grams: 600, otherwise: 'leave' },
      { do: 'leaveOut', foods: ['ice_cream', 'cream_cheese', 'buttermilk', 'yogurt_fruit'], share: 1 },
    ],
    fits: {
      rule: {
        all: [
          { fact: 'lactose_g', above: 5 },
          {
            any: [
              { condition: ['lactase_non_persistent'] },
              { complaint: ['bloating', 'pain', 'diarrhoea', 'food_reaction'] },
            ],
          },
        ],
      },
      otherwise: w(
        'You eat little lactose, or nothing says that it troubles you.',
        'Tomas poca lactosa o nada indica que te siente mal.',
      ),
    },
    tags: [],
    guideline: {
      says: w(
        'Most people who digest lactose badly manage 12 g at once (a glass of milk).',
        'La mayoría de quienes digieren mal la lactosa toleran 12 g de una vez (un vaso de leche).',
      ),
      sources: ['efsa-lactose-2010'],
    },
    interactions: w('Choose a drink with calcium.', 'Elige una bebida con calcio.'),
    evidence: [
      {
        on: 'symptoms',
        grade: 'A',
        sources: ['efsa-lactose-2010'],
        says: w(
          'If lactose is not digested, less of it means less gas.',
          'Si no se digiere la lactosa, menos cantidad da menos gases.',
        ),
      },
      noLiningEvidence(
        w('No effect on a healthy lining is known.', 'No se conoce efecto en un revestimiento sano.'),
        ['camilleri-2019'],
      ),
    ],
    weeksToNotice: 1,
  },
  {
    id: 'less_dairy',
    title: w('Less dairy', 'Menos lácteos'),
    what: w(
      'Half of milk, cheese and ice cream gives way to a plant drink and tofu.',
      'La mitad de leche, queso y helado pasa a bebida vegetal y tofu.',
    ),
    acts: 'model',
    effort: 2,
    rampDays: 0,
    steps: [
      { do: 'exchange', from: milks, to: 'soymilk', grams: 150, otherwise: 'leave' },
      {
        do: 'exchange',
        from: ['cheddar', 'mozzarella', 'american_cheese', 'brie', 'gouda', 'feta'],
        to: 'tofu',
        grams: 20,
        gramsTo: 40,
        otherwise: 'leave',
      },
      { do: 'leaveOut', foods: ['ice_cream', 'cream'], share: 0.5 },
    ],
    fits: {
      rule: { any: [{ condition: ['milk_allergy'] }, { complaint: ['acne', 'bloating', 'food_reaction'] }] },
      otherwise: w(
        'Nothing in your answers says that dairy troubles you.',
        'Nada en tus respuestas indica que los lácteos te sienten mal.',
      ),
    },
    tags: [],
    evidence: [
      {
        on: 'symptoms',
        symptoms: ['acne'],
        grade: 'C',
        sources: ['juhl2018'],
        says: w(
          'Linked with less acne; not shown by trials.',
          'Se asocia a menos acné; no lo muestran ensayos.',
        ),
      },
      noLiningEvidence(
        w(
          'No effect on the lining is known outside milk allergy.',
          'Fuera de la alergia a la leche no se conoce efecto.',
        ),
        ['schrander-dscg-1993'],
      ),
    ],
  },
  {
    id: 'low_fodmap',
    title: w(
      'Low FODMAP for four to six weeks, then back step by step',
      'Bajo en FODMAP de cuatro a seis semanas y volver paso a paso',
    ),
    what: w(
      'Six weeks without onion, garlic, wheat, pulses, milk and some fruit, with a dietitian; then foods come back one by one. It is a test, not a diet for life.',
      'Seis semanas sin cebolla, ajo, trigo, legumbres, leche y algunas frutas, con dietista; luego vuelven uno a uno. Es una prueba, no una dieta para siempre.',
    ),
    acts: 'model',
    effort: 3,
    rampDays: 0,
    steps: [{ do: 'menu', menu: 'low_fodmap', forDays: 42 }],
    judgedAtWeeks: 4,
    fits: {
      rule: irritableBowel,
      otherwise: w('It was studied for irritable bowel only.', 'Solo se estudió en el intestino irritable.'),
    },
    tags: ['low-fodmap', 'restrictive', 'less-carbohydrate'],
    first: w(
      'Less gas within one or two weeks, and fewer bifidobacteria while it lasts.',
      'Menos gases en una o dos semanas, y menos bifidobacterias mientras dura.',
    ),
    guideline: {
      says: w(
        'Second step, after simple diet advice, with a dietitian, and always with foods coming back.',
        'Segundo paso, tras consejos sencillos, con dietista y siempre con reintroducción.',
      ),
      sources: ['bsg-ibs-2021', 'nice-cg61'],
    },
    evidence: [
      {
        on: 'symptoms',
        grade: 'A',
        sources: ['black2022', 'halmos-2014', 'nybacka2024'],
        says: w(
          'In irritable bowel one in three fewer stay without relief.',
          'En el intestino irritable, un tercio menos se queda sin alivio.',
        ),
      },
      {
        on: 'bacteria',
        grade: 'A',
        sources: ['halmos-2014'],
        says: w('Fewer bifidobacteria.', 'Menos bifidobacterias.'),
      },
      noLiningEvidence(w('Not known to change the lining.', 'No se sabe que cambie el revestimiento.'), [
        'black2022',
      ]),
    ],
    trials: {
      population: irritableBowel,
      populationName: w('adults with irritable bowel', 'adultos con intestino irritable'),
      measure: 'notImproved',
      ratio: 0.67,
      interval: [0.48, 0.91],
      against: 'usual diet, not blinded',
      weeks: 4,
      sources: ['black2022'],
    },
    weeksToNotice: 2,
  },
  {
    id: 'ibs_diet_advice',
    title: w(
      'Simple diet advice for irritable bowel',
      'Consejos sencillos de dieta para el intestino irritable',
    ),
    what: w(
      'Regular meals, time to eat, little coffee, alcohol and fizzy drinks, at most three portions of fruit a day.',
      'Comidas regulares y sin prisa, poco café, alcohol y gas, y como mucho tres raciones de fruta al día.',
    ),
    acts: 'trials',
    effort: 1,
    rampDays: 0,
    steps: [],
    fits: {
      rule: irritableBowel,
      otherwise: w('This advice is for irritable bowel.', 'Estos consejos son para el intestino irritable.'),
    },
    tags: [],
    guideline: {
      says: w('The first step in irritable bowel.', 'El primer paso en el intestino irritable.'),
      sources: ['nice-cg61', 'bsg-ibs-2021'],
    },
    evidence: [
      {
        on: 'symptoms',
        grade: 'B',
        sources: ['nice-cg61', 'nybacka2024'],
        says: w(
          'Recommended first; no trial against placebo gives a size.',
          'Se recomienda primero; ningún ensayo contra placebo da un tamaño.',
        ),
      },
    ],
    weeksToNotice: 4,
  },
  {
    id: 'berries_and_cocoa',
    title: w(
      'Berries, cocoa and green tea (polyphenols)',
      'Frutos del bosque, cacao y té verde (polifenoles)',
    ),
    what: w(
      '100 g of blueberries, 10 g of cocoa and two cups of green tea a day.',
      '100 g de arándanos, 10 g de cacao y dos tazas de té verde al día.',
    ),
    acts: 'model',
    effort: 1,
    rampDays: 0,
    steps: [
      { do: 'add', food: 'blueberries', grams: 100 },
      { do: 'add', food: 'cocoa', grams: 10 },
      { do: 'add', food: 'tea_green', grams: 400 },
    ],
    tags: [],
    evidence: [
      noLiningEvidence(
        w(
          'One trial measured only a zonulin kit, which does not measure the lining. Polyphenols themselves do nothing in the model.',
          'Un ensayo midió solo un kit de zonulina, que no mide el revestimiento. Los polifenoles no hacen nada en el modelo.',
        ),
        ['maple-2021', 'scheffler-2018'],
      ),
    ],
  },
  {
    id: 'earlier_dinner',
    title: w('Regular meals and an earlier dinner', 'Comidas regulares y cenar antes'),
    what: w(
      'Three meals, the last three hours before bed.',
      'Tres comidas, la última tres horas antes de dormir.',
    ),
    acts: 'nothing',
    effort: 2,
    rampDays: 0,
    steps: [],
    tags: [],
    guideline: {
      says: w(
        'Regular meals are simple advice in irritable bowel.',
        'Las comidas regulares son un consejo sencillo en el intestino irritable.',
      ),
      sources: ['nice-cg61'],
    },
    evidence: [],
  },
  {
    id: 'more_water',
    title: w('More water', 'Más agua'),
    what: w('Eight cups a day, more when you raise fibre.', 'Ocho tazas al día, más si subes la fibra.'),
    acts: 'nothing',
    effort: 1,
    rampDays: 0,
    steps: [],
    tags: [],
    guideline: {
      says: w(
        'Advised in irritable bowel and with more fibre.',
        'Se aconseja en el intestino irritable y con más fibra.',
      ),
      sources: ['nice-cg61'],
    },
    evidence: [],
  },
];
