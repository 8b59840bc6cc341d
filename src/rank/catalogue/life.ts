import type { CatalogueChange } from '../catalogue-shape.ts';
import { wording as w } from '../wording.ts';
import { acidBlockers, irritableBowel, nsaids } from './shared.ts';

/** Medicines (always with a doctor), drink, stress, sleep, movement, infection. */
export const lifeChanges: readonly CatalogueChange[] = [
  {
    id: 'nsaid_stop',
    title: w(
      'Ask your doctor about doing without the anti-inflammatory painkiller',
      'Pregunta a tu médico si puedes dejar el antiinflamatorio',
    ),
    what: w(
      'Heat, exercise, or paracetamol within its limits, where your doctor agrees.',
      'Calor, ejercicio o paracetamol dentro de sus límites, si tu médico está de acuerdo.',
    ),
    acts: 'model',
    effort: 2,
    rampDays: 0,
    steps: [{ do: 'replace', exposures: nsaids, by: 'paracetamol', dose: 1000, atHours: [8, 20] }],
    fits: {
      rule: { takes: nsaids },
      otherwise: w('You take no such painkiller.', 'No tomas ese tipo de analgésico.'),
    },
    judgedAtWeeks: 4,
    tags: ['medicine', 'nsaid'],
    guideline: {
      says: w('Lowest dose, shortest time.', 'La dosis más baja y el menor tiempo.'),
      sources: ['bjarnason-1986'],
    },
    evidence: [
      {
        on: 'lining',
        grade: 'A',
        sources: ['bjarnason-1986', 'vanuytsel-2014', 'smecuol-2001', 'camilleri-2025-indomethacin'],
        says: w(
          'These painkillers open the small bowel for large sugars within hours; it closes again in days.',
          'Estos analgésicos abren el intestino delgado a azúcares grandes en horas; se cierra en días.',
        ),
      },
    ],
    weeksToNotice: 1,
  },
  {
    id: 'nsaid_switch',
    title: w(
      'Ask your doctor about another kind of painkiller (celecoxib)',
      'Pregunta a tu médico por otro tipo de antiinflamatorio (celecoxib)',
    ),
    what: w(
      'A prescription medicine with its own risks for heart and kidney; only a doctor can weigh them.',
      'Un medicamento con receta y riesgos propios para corazón y riñón; solo un médico puede sopesarlos.',
    ),
    acts: 'model',
    effort: 2,
    rampDays: 0,
    steps: [{ do: 'replace', exposures: nsaids, by: 'celecoxib', dose: 200, atHours: [8] }],
    fits: {
      rule: { takes: nsaids },
      otherwise: w('You take no such painkiller.', 'No tomas ese tipo de analgésico.'),
    },
    judgedAtWeeks: 4,
    tags: ['medicine', 'nsaid', 'prescription-only'],
    evidence: [
      {
        on: 'lining',
        grade: 'B',
        sources: ['smecuol-2001'],
        says: w(
          'It left the sugar test unchanged in one study.',
          'No cambió la prueba de azúcares en un estudio.',
        ),
      },
    ],
    weeksToNotice: 1,
  },
  {
    id: 'acid_medicine_review',
    title: w(
      'Ask your doctor whether you still need the acid blocker',
      'Pregunta a tu médico si aún necesitas el protector de estómago',
    ),
    what: w(
      'Many can lower or stop it step by step; some must not.',
      'Muchas personas pueden bajarlo o dejarlo poco a poco; otras no deben.',
    ),
    acts: 'model',
    effort: 2,
    rampDays: 0,
    steps: [{ do: 'stop', exposures: acidBlockers }],
    fits: {
      rule: { takes: acidBlockers },
      otherwise: w('You take no acid blocker.', 'No tomas protector de estómago.'),
    },
    tags: ['medicine', 'acid-medicine'],
    first: w(
      'Heartburn can come back stronger for two to four weeks.',
      'El ardor puede volver con más fuerza de dos a cuatro semanas.',
    ),
    evidence: [
      {
        on: 'bacteria',
        grade: 'B',
        sources: ['imhann2016'],
        says: w(
          'Users have other bacteria; seen, not tried.',
          'Quienes lo toman tienen otras bacterias; observado, no ensayado.',
        ),
      },
      {
        on: 'lining',
        grade: 'D',
        sources: ['mullin-2008'],
        says: w('Only the stomach was studied.', 'Solo se estudió el estómago.'),
      },
    ],
  },
  {
    id: 'less_alcohol',
    title: w('No alcohol', 'Sin alcohol'),
    what: w(
      'None for the whole time. After heavy drinking only with a doctor.',
      'Nada durante todo el tiempo. Tras beber mucho, solo con un médico.',
    ),
    acts: 'model',
    effort: 2,
    rampDays: 0,
    steps: [
      { do: 'stop', exposures: ['alcohol', 'heavy_drinking_liver_disease'] },
      { do: 'leaveOut', foods: ['beer', 'red_wine', 'white_wine', 'spirits'], share: 1 },
    ],
    fits: {
      rule: { fact: 'alcohol_g', above: 3 },
      otherwise: w('You drink little or nothing.', 'Bebes poco o nada.'),
    },
    tags: ['alcohol'],
    guideline: {
      says: w('With irritable bowel: little alcohol.', 'Con intestino irritable: poco alcohol.'),
      sources: ['nice-cg61'],
    },
    evidence: [
      {
        on: 'lining',
        grade: 'B',
        sources: ['bjarnason-1984', 'parlesak-2000', 'elamin-2014', 'jung-2021'],
        says: w(
          'Heavy drinking opens the lining for large molecules; it recovers within one to two weeks without.',
          'Beber mucho abre el revestimiento a moléculas grandes; se recupera en una o dos semanas sin alcohol.',
        ),
      },
      {
        on: 'inflammation',
        grade: 'B',
        sources: ['bala-2014', 'liangpunsakul-2017'],
        says: w('More alcohol, more endotoxin in blood.', 'Más alcohol, más endotoxina en sangre.'),
      },
    ],
    weeksToNotice: 2,
  },
  {
    id: 'stress_less',
    title: w('Lower the daily load', 'Bajar la carga diaria'),
    what: w(
      'Half the load for twelve weeks: fewer duties, breathing exercises, talking therapy. Easier said than done.',
      'La mitad de carga durante doce semanas: menos tareas, respiración, terapia. Más fácil decirlo que hacerlo.',
    ),
    acts: 'model',
    effort: 3,
    rampDays: 0,
    steps: [{ do: 'lessen', exposure: 'stress_period', share: 0.5 }],
    fits: {
      rule: { fact: 'stress_level', above: 0.4 },
      otherwise: w('You report no lasting load.', 'No indicas carga mantenida.'),
    },
    tags: [],
    guideline: {
      says: w(
        'Talking therapies are advised in irritable bowel that lasts.',
        'Las terapias psicológicas se aconsejan si el intestino irritable persiste.',
      ),
      sources: ['nice-cg61', 'bsg-ibs-2021'],
    },
    evidence: [
      {
        on: 'lining',
        grade: 'D',
        sources: ['vanuytsel-2014', 'li-2013'],
        says: w(
          'A public speech opens the lining for hours in some people. What months of load do is not known.',
          'Hablar en público abre el revestimiento unas horas en algunas personas. Lo que hacen meses de carga no se sabe.',
        ),
      },
      {
        on: 'symptoms',
        grade: 'C',
        sources: ['nice-cg61'],
        says: w(
          'It may ease pain and mood; the size is not known.',
          'Puede aliviar dolor y ánimo; no se sabe cuánto.',
        ),
      },
    ],
  },
  {
    id: 'sleep_enough',
    title: w('Sleep as long as you need', 'Dormir lo que necesitas'),
    what: w('The hours that you lack, every night.', 'Las horas que te faltan, cada noche.'),
    acts: 'model',
    effort: 2,
    rampDays: 0,
    steps: [{ do: 'stop', exposures: ['sleep_loss'] }],
    fits: {
      rule: { fact: 'sleep_lost_h', above: 0.4 },
      otherwise: w('You sleep enough.', 'Duermes lo suficiente.'),
    },
    tags: [],
    evidence: [
      {
        on: 'inflammation',
        grade: 'B',
        sources: ['vgontzas2004'],
        says: w(
          'Two hours less a night raised interleukin 6 within a week.',
          'Dos horas menos por noche subieron la interleucina 6 en una semana.',
        ),
      },
      {
        on: 'symptoms',
        symptoms: ['fatigue'],
        grade: 'B',
        sources: ['vgontzas2004'],
        says: w(
          'The same study found people sleepier. That part is not in the model.',
          'El mismo estudio vio más somnolencia. Esa parte no está en el modelo.',
        ),
      },
      {
        on: 'lining',
        grade: 'D',
        sources: ['model-specification'],
        says: w('Not known in people.', 'No se sabe en personas.'),
      },
    ],
    weeksToNotice: 1,
  },
  {
    id: 'move_more',
    title: w(
      'Half an hour of brisk walking, five days a week',
      'Media hora de caminata rápida, cinco días por semana',
    ),
    what: w('At an effort at which you can still talk.', 'A un ritmo que te permita hablar.'),
    acts: 'model',
    effort: 2,
    rampDays: 0,
    steps: [
      { do: 'take', exposure: 'exercise', dose: 40, atHours: [17], minutes: 30, weekdays: [0, 1, 2, 3, 4] },
    ],
    fits: {
      rule: { fact: 'exercise_minutes_per_week', below: 120 },
      otherwise: w('You move enough already.', 'Ya te mueves lo suficiente.'),
    },
    tags: ['exercise'],
    guideline: {
      says: w(
        'Advised for everyone, and in irritable bowel.',
        'Se aconseja a todo el mundo, también con intestino irritable.',
      ),
      sources: ['nice-cg61', 'bsg-ibs-2021'],
    },
    evidence: [
      {
        on: 'lining',
        grade: 'N',
        sources: ['pals-1997', 'buckley-2009'],
        says: w(
          'Moderate effort leaves the lining as it is. What it does for mood and bowels is not modelled.',
          'El esfuerzo moderado deja el revestimiento igual. Lo que hace por ánimo e intestino no está en el modelo.',
        ),
      },
    ],
  },
  {
    id: 'exercise_cooler',
    title: w('Train out of the heat and a little easier', 'Entrenar sin calor y algo más suave'),
    what: w(
      'Not above two thirds of your greatest effort, in the cool of the day, with enough to drink.',
      'Sin pasar de dos tercios de tu esfuerzo máximo, a la hora fresca y bebiendo lo suficiente.',
    ),
    acts: 'model',
    effort: 1,
    rampDays: 0,
    steps: [{ do: 'calmExercise', mostEffort: 60 }],
    fits: {
      rule: { any: [{ fact: 'hardest_effort_percent', above: 65 }, { exercisesInHeat: true }] },
      otherwise: w('You do not train hard or in the heat.', 'No entrenas fuerte ni con calor.'),
    },
    judgedAtWeeks: 4,
    tags: ['exercise'],
    evidence: [
      {
        on: 'lining',
        grade: 'B',
        sources: ['pals-1997', 'snipe-2018', 'vanwijck-2011'],
        says: w(
          'Only hard effort and heat open the lining, for hours.',
          'Solo el esfuerzo fuerte y el calor abren el revestimiento, durante horas.',
        ),
      },
    ],
  },
  {
    id: 'infection_check',
    title: w('Have a lasting infection found and treated', 'Buscar y tratar una infección persistente'),
    what: w(
      'Loose stools for more than two weeks, after travel or an antibiotic: a stool test with your doctor.',
      'Heces sueltas más de dos semanas, tras un viaje o un antibiótico: análisis de heces con tu médico.',
    ),
    acts: 'nothing',
    effort: 1,
    rampDays: 0,
    steps: [],
    fits: {
      rule: { any: [{ complaint: ['diarrhoea'] }, { condition: ['post_infectious_ibs'] }] },
      otherwise: w(
        'Nothing in your answers points to an infection.',
        'Nada en tus respuestas apunta a una infección.',
      ),
    },
    tags: ['infection'],
    evidence: [
      {
        on: 'lining',
        grade: 'A',
        sources: ['zhang-2000', 'marshall-2004', 'klem2017'],
        says: w(
          'An infection opens the lining; it is closed again about three weeks later in most.',
          'Una infección abre el revestimiento; en la mayoría se cierra en unas tres semanas.',
        ),
      },
    ],
  },
  {
    id: 'smoking_stop',
    title: w('Stop smoking', 'Dejar de fumar'),
    what: w('With help; good for the whole body.', 'Con ayuda; bueno para todo el cuerpo.'),
    acts: 'nothing',
    effort: 3,
    rampDays: 0,
    steps: [],
    fits: {
      rule: { smokes: true },
      otherwise: w('You do not smoke, or did not say.', 'No fumas, o no lo has dicho.'),
    },
    tags: [],
    evidence: [],
  },
  {
    id: 'gut_directed_therapy',
    title: w(
      'Gut-directed hypnosis or talking therapy',
      'Hipnosis dirigida al intestino o terapia psicológica',
    ),
    what: w('Six to twelve sessions, also online.', 'De seis a doce sesiones, también en línea.'),
    acts: 'trials',
    effort: 3,
    rampDays: 0,
    steps: [],
    fits: {
      rule: irritableBowel,
      otherwise: w('Studied for irritable bowel only.', 'Solo estudiado en el intestino irritable.'),
    },
    tags: [],
    guideline: {
      says: w('Recommended when complaints last.', 'Recomendada si las molestias persisten.'),
      sources: ['bsg-ibs-2021', 'nice-cg61'],
    },
    evidence: [
      {
        on: 'symptoms',
        grade: 'B',
        sources: ['bsg-ibs-2021'],
        says: w(
          'Recommended; its size is not in the evidence here.',
          'Recomendada; su tamaño no está en la evidencia de aquí.',
        ),
      },
    ],
  },
];
