import type { CatalogueChange } from '../catalogue-shape.ts';
import { wording as w } from '../wording.ts';
import { irritableBowel } from './shared.ts';

const pulses = [
  'kidney_beans',
  'black_beans',
  'white_beans',
  'chickpeas',
  'chickpeas_canned',
  'lentils',
  'split_peas',
  'mung_beans',
  'black_eyed_peas',
  'baked_beans',
  'soybeans',
  'hummus',
];

/** Vitamins, enzymes and other things from a pharmacy. */
export const supplementChanges: readonly CatalogueChange[] = [
  {
    id: 'vitamin_d',
    title: w('Vitamin D', 'Vitamina D'),
    what: w('1000 IU (25 micrograms) a day.', '1000 UI (25 microgramos) al día.'),
    acts: 'model',
    effort: 1,
    rampDays: 0,
    steps: [{ do: 'take', exposure: 'vitamin_d', dose: 1000, atHours: [8] }],
    judgedAtWeeks: 26,
    tags: ['vitamin-d', 'supplement'],
    guideline: {
      says: w(
        'Useful where vitamin D is low; at most 100 micrograms a day from all sources together.',
        'Útil si falta vitamina D; como mucho 100 microgramos al día entre todas las fuentes.',
      ),
      sources: ['efsa-vitamin-d-2023', 'iom-vitamin-d-2011'],
    },
    evidence: [
      {
        on: 'lining',
        grade: 'N',
        sources: ['vitDcalcium2021'],
        says: w(
          'Years of it did not change blood signs of the lining. Low vitamin D and a raised sugar test go together in irritable bowel; that is no proof.',
          'Años de uso no cambiaron señales del revestimiento. En el intestino irritable, vitamina D baja y prueba alterada van juntas; eso no prueba nada.',
        ),
      },
      {
        on: 'inflammation',
        grade: 'N',
        sources: ['vitDcalcium2021'],
        says: w('No effect seen.', 'Sin efecto.'),
      },
      {
        on: 'status',
        grade: 'A',
        sources: ['ekwaru2014', 'veugelers-2015'],
        says: w('It raises vitamin D in blood.', 'Sube la vitamina D en sangre.'),
      },
    ],
  },
  {
    id: 'zinc',
    title: w('Zinc', 'Zinc'),
    what: w(
      '25 mg a day, not longer than three months without a blood test.',
      '25 mg al día, no más de tres meses sin análisis.',
    ),
    acts: 'model',
    effort: 1,
    rampDays: 0,
    steps: [{ do: 'take', exposure: 'zinc', dose: 25, atHours: [13], forDays: 84 }],
    fits: {
      rule: {
        condition: [
          'crohn_active',
          'crohn_remission',
          'coeliac_untreated',
          'coeliac_treated',
          'post_infectious_ibs',
        ],
      },
      otherwise: w(
        'Studied only where the gut is inflamed or zinc is lacking.',
        'Solo estudiado con intestino inflamado o falta de zinc.',
      ),
    },
    tags: ['zinc', 'supplement'],
    interactions: w(
      'It blocks some antibiotics and iron: two hours apart. Long use lowers copper.',
      'Frena algunos antibióticos y el hierro: dos horas de separación. A la larga baja el cobre.',
    ),
    evidence: [
      {
        on: 'lining',
        grade: 'D',
        sources: ['sturniolo-2001'],
        says: w(
          'One study of 12 people with Crohn disease, without a control group, at three times this dose.',
          'Un estudio de 12 personas con Crohn, sin grupo control y con el triple de dosis.',
        ),
      },
    ],
  },
  {
    id: 'glutamine',
    title: w('Glutamine', 'Glutamina'),
    what: w('5 g three times a day for eight weeks.', '5 g tres veces al día durante ocho semanas.'),
    acts: 'model',
    effort: 1,
    rampDays: 0,
    steps: [{ do: 'take', exposure: 'glutamine', dose: 5, atHours: [8, 13, 19], forDays: 84 }],
    fits: {
      rule: { condition: ['post_infectious_ibs', 'crohn_active', 'crohn_remission'] },
      otherwise: w(
        'Studied only in irritable bowel after an infection.',
        'Solo estudiada en el intestino irritable tras una infección.',
      ),
    },
    tags: ['glutamine', 'supplement'],
    evidence: [
      {
        on: 'lining',
        grade: 'C',
        sources: ['zhou-2019', 'glutamine-crohn-table'],
        says: w(
          'One large effect in one hospital, not repeated; no more than whey in Crohn disease.',
          'Un gran efecto en un hospital, sin repetir; no mejor que suero de leche en Crohn.',
        ),
      },
      { on: 'symptoms', grade: 'C', sources: ['zhou-2019'], says: w('The same trial.', 'El mismo ensayo.') },
    ],
    trials: {
      population: { condition: ['post_infectious_ibs'] },
      populationName: w(
        'irritable bowel with diarrhoea after an infection, with a raised sugar test',
        'intestino irritable con diarrea tras infección y prueba de azúcares alta',
      ),
      measure: 'notImproved',
      ratio: 0.22,
      shrunkTo: 0.8,
      against: 'placebo',
      weeks: 8,
      sources: ['zhou-2019'],
    },
    weeksToNotice: 8,
  },
  {
    id: 'omega_3_capsules',
    title: w('Fish-oil capsules', 'Cápsulas de aceite de pescado'),
    what: w('1 g of EPA and DHA a day.', '1 g de EPA y DHA al día.'),
    acts: 'nothing',
    effort: 1,
    rampDays: 0,
    steps: [],
    tags: ['supplement'],
    interactions: w('Ask first when you take blood thinners.', 'Pregunta antes si tomas anticoagulantes.'),
    evidence: [],
  },
  {
    id: 'lactase',
    title: w('Lactase tablets with milk', 'Pastillas de lactasa con la leche'),
    what: w(
      '9000 FCC units with each meal that holds milk.',
      '9000 unidades FCC con cada comida que lleve leche.',
    ),
    acts: 'model',
    effort: 1,
    rampDays: 0,
    steps: [{ do: 'take', exposure: 'lactase', dose: 9000, atHours: 'meals' }],
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
    tags: ['supplement'],
    guideline: {
      says: w(
        'From 4500 FCC units at a meal with lactose.',
        'Desde 4500 unidades FCC con una comida con lactosa.',
      ),
      sources: ['efsa-lactase-2009'],
    },
    evidence: [
      {
        on: 'symptoms',
        grade: 'A',
        sources: ['efsa-lactase-2009'],
        says: w('It digests lactose in people who cannot.', 'Digiere la lactosa en quienes no pueden.'),
      },
    ],
    weeksToNotice: 1,
  },
  {
    id: 'alpha_galactosidase',
    title: w('Alpha-galactosidase with beans', 'Alfa-galactosidasa con legumbres'),
    what: w('600 GALU with each meal that holds beans.', '600 GALU con cada comida con legumbres.'),
    acts: 'model',
    effort: 1,
    rampDays: 0,
    steps: [{ do: 'take', exposure: 'alpha_galactosidase', dose: 600, atHours: 'meals' }],
    fits: { rule: { eats: pulses }, otherwise: w('You eat no pulses.', 'No comes legumbres.') },
    tags: ['supplement'],
    evidence: [
      {
        on: 'symptoms',
        grade: 'C',
        sources: ['model-specification'],
        says: w(
          'It splits the sugar of beans that makes gas; trials are few.',
          'Parte el azúcar de las legumbres que da gases; hay pocos ensayos.',
        ),
      },
    ],
    weeksToNotice: 1,
  },
  {
    id: 'pancreatic_enzymes',
    title: w('Pancreatic enzymes (prescription)', 'Enzimas pancreáticas (con receta)'),
    what: w(
      'Only when a doctor has found that the pancreas makes too few enzymes.',
      'Solo si un médico ha visto que el páncreas produce pocas enzimas.',
    ),
    acts: 'nothing',
    effort: 1,
    rampDays: 0,
    steps: [],
    fits: {
      rule: { condition: ['pancreatic_insufficiency'] },
      otherwise: w(
        'For a pancreas that makes too few enzymes only.',
        'Solo para un páncreas que produce pocas enzimas.',
      ),
    },
    tags: ['prescription-only'],
    evidence: [],
  },
  {
    id: 'peppermint_oil',
    title: w('Peppermint oil capsules', 'Cápsulas de aceite de menta'),
    what: w(
      'Coated capsules of 0.2 mL, three times a day before meals, for four weeks.',
      'Cápsulas recubiertas de 0,2 mL, tres veces al día antes de comer, cuatro semanas.',
    ),
    acts: 'trials',
    effort: 1,
    rampDays: 0,
    steps: [],
    fits: {
      rule: irritableBowel,
      otherwise: w('Studied for irritable bowel only.', 'Solo estudiado en el intestino irritable.'),
    },
    judgedAtWeeks: 4,
    tags: ['peppermint', 'supplement'],
    first: w('Heartburn in some people.', 'Ardor de estómago en algunas personas.'),
    guideline: {
      says: w(
        'May help pain and overall complaints in irritable bowel.',
        'Puede aliviar dolor y molestias en el intestino irritable.',
      ),
      sources: ['bsg-ibs-2021'],
    },
    evidence: [
      {
        on: 'symptoms',
        grade: 'B',
        sources: ['ford2008', 'bsg-ibs-2021'],
        says: w(
          'Good in four small trials; the size is probably smaller than they found.',
          'Bueno en cuatro ensayos pequeños; el tamaño real es probablemente menor.',
        ),
      },
    ],
    trials: {
      population: irritableBowel,
      populationName: w('adults with irritable bowel', 'adultos con intestino irritable'),
      measure: 'notImproved',
      ratio: 0.43,
      shrunkTo: 0.6,
      against: 'placebo',
      weeks: 4,
      sources: ['ford2008'],
    },
    weeksToNotice: 2,
  },
  {
    id: 'antispasmodic',
    title: w('A cramp reliever from the pharmacy', 'Un antiespasmódico de farmacia'),
    what: w(
      'Hyoscine or mebeverine as the leaflet says, after asking the pharmacist.',
      'Butilescopolamina o mebeverina según el prospecto, tras preguntar en la farmacia.',
    ),
    acts: 'trials',
    effort: 1,
    rampDays: 0,
    steps: [],
    fits: {
      rule: irritableBowel,
      otherwise: w('Studied for irritable bowel only.', 'Solo estudiado en el intestino irritable.'),
    },
    judgedAtWeeks: 4,
    tags: ['medicine'],
    first: w('Dry mouth, constipation in some.', 'Boca seca y estreñimiento en algunas personas.'),
    guideline: {
      says: w(
        'An early choice for pain in irritable bowel.',
        'Una de las primeras opciones para el dolor en el intestino irritable.',
      ),
      sources: ['bsg-ibs-2021', 'nice-cg61'],
    },
    evidence: [
      {
        on: 'symptoms',
        grade: 'B',
        sources: ['ford2008'],
        says: w('Many trials, of uneven quality.', 'Muchos ensayos, de calidad desigual.'),
      },
    ],
    trials: {
      population: irritableBowel,
      populationName: w('adults with irritable bowel', 'adultos con intestino irritable'),
      measure: 'notImproved',
      ratio: 0.68,
      against: 'placebo',
      weeks: 6,
      sources: ['ford2008'],
    },
    weeksToNotice: 2,
  },
  {
    id: 'colostrum',
    title: w('Bovine colostrum', 'Calostro bovino'),
    what: w('20 g a day of powder.', '20 g de polvo al día.'),
    acts: 'nothing',
    effort: 1,
    rampDays: 0,
    steps: [],
    tags: ['supplement'],
    evidence: [
      {
        on: 'lining',
        grade: 'C',
        sources: ['playford-2001', 'buckley-2009', 'morrison-2014'],
        says: w(
          'Trials point both ways: one saw less leak with a painkiller, one saw more.',
          'Los ensayos se contradicen: uno vio menos fuga con un analgésico, otro más.',
        ),
      },
    ],
  },
];
