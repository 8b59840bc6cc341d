/**
 * Rules that always speak where they apply. They are data, and there is no option anywhere that leaves one out.
 * Sources are ids of the evidence registry; what the text calls usual advice without a source is recalled.
 */
import type { SourceId } from '../../evidence/source-ids.ts';
import type { SafetyFlagId } from '../person/vocabulary.ts';
import { acidBlockers, nsaids } from './catalogue/shared.ts';
import type { Rule, SafetyTag } from './catalogue-shape.ts';
import { type Wording, wording as w } from './wording.ts';

export interface SafetyRule {
  readonly id: string;
  /** Changes it speaks about: any with one of these tags; undefined: the person as a whole. */
  readonly tags?: readonly SafetyTag[];
  /** Holds: what is said. Undefined: always, for changes with its tags. */
  readonly when?: Rule;
  /** `stop`: the change is not offered. `caution`: offered with the sentence. `doctor`: said before everything else. */
  readonly effect: 'stop' | 'caution' | 'doctor';
  readonly says: Wording;
  /** Asked for when the answer is not in the file. */
  readonly asks?: SafetyFlagId;
  readonly sources: readonly SourceId[];
}

const coeliac: Rule = { condition: ['coeliac_untreated', 'coeliac_treated'] };

export const safetyRules: readonly SafetyRule[] = [
  /* ---------- red flags: to a doctor first ---------- */
  {
    id: 'red_flag_bleeding',
    when: { answer: 'bleeding' },
    effect: 'doctor',
    says: w(
      'Blood in the stool: see a doctor soon, before you change anything here.',
      'Sangre en las heces: ve pronto a un médico antes de cambiar nada aquí.',
    ),
    asks: 'bleeding',
    sources: ['nice-cg61', 'nice-ng12'],
  },
  {
    id: 'red_flag_weight_loss',
    when: { answer: 'weightLoss' },
    effect: 'doctor',
    says: w(
      'Weight lost without wanting to: see a doctor soon, before you change anything here.',
      'Pérdida de peso sin querer: ve pronto a un médico antes de cambiar nada aquí.',
    ),
    asks: 'weightLoss',
    sources: ['nice-cg61', 'nice-ng12'],
  },
  {
    id: 'red_flag_family',
    when: { answer: 'familyHistory' },
    effect: 'doctor',
    says: w(
      'Bowel or ovarian cancer, coeliac disease or bowel inflammation in the close family: tell your doctor about your complaints and about this.',
      'Cáncer de intestino o de ovario, celiaquía o inflamación intestinal en la familia cercana: cuéntaselo a tu médico junto con tus molestias.',
    ),
    asks: 'familyHistory',
    sources: ['nice-cg61'],
  },
  {
    id: 'red_flag_age',
    when: { all: [{ fact: 'age', above: 60 }, { complaint: ['diarrhoea'] }] },
    effect: 'doctor',
    says: w(
      'Looser stools for more than six weeks at over 60: see a doctor.',
      'Heces más sueltas durante más de seis semanas con más de 60 años: ve a un médico.',
    ),
    sources: ['nice-cg61'],
  },
  {
    id: 'coeliac_untreated_doctor',
    when: { condition: ['coeliac_untreated'] },
    effect: 'doctor',
    says: w(
      'Coeliac disease needs a doctor and a dietitian. Finish all tests while you still eat gluten.',
      'La enfermedad celíaca necesita médico y dietista. Termina todas las pruebas mientras aún comes gluten.',
    ),
    sources: ['nice-ng20'],
  },
  {
    id: 'active_crohn_doctor',
    when: { condition: ['crohn_active', 'ulcerative_colitis_active'] },
    effect: 'doctor',
    says: w(
      'Active bowel inflammation is treated by doctors; food goes along with that and never instead of it.',
      'La inflamación intestinal activa la tratan los médicos; la comida acompaña y nunca sustituye.',
    ),
    sources: [],
  },
  /* ---------- coeliac disease ---------- */
  {
    id: 'coeliac_first',
    tags: ['gluten-free'],
    when: { not: coeliac },
    effect: 'stop',
    says: w(
      'First a blood test for coeliac disease, while you still eat gluten in more than one meal a day for at least six weeks. Without coeliac disease it does nothing for the lining.',
      'Primero un análisis de celiaquía, mientras aún comes gluten en más de una comida al día durante al menos seis semanas. Sin celiaquía no hace nada por el revestimiento.',
    ),
    sources: ['nice-ng20', 'gfd2023'],
  },
  {
    id: 'coeliac_tests_done',
    tags: ['gluten-free'],
    when: coeliac,
    effect: 'caution',
    says: w(
      'Start only when blood test and biopsy are done: without gluten they come out falsely normal.',
      'Empieza solo cuando análisis y biopsia estén hechos: sin gluten salen falsamente normales.',
    ),
    sources: ['nice-ng20'],
  },
  /* ---------- diets that leave much out ---------- */
  {
    id: 'fodmap_never_permanent',
    tags: ['low-fodmap'],
    effect: 'caution',
    says: w(
      'Four to six weeks at most, then bring foods back one by one, with a dietitian. Never for good.',
      'De cuatro a seis semanas como mucho; luego reintroduce los alimentos uno a uno con dietista. Nunca para siempre.',
    ),
    sources: ['bsg-ibs-2021', 'nice-cg61'],
  },
  {
    id: 'coeliac_test_before_low_fodmap',
    tags: ['low-fodmap'],
    when: { not: coeliac },
    effect: 'caution',
    says: w(
      'Have the blood test for coeliac disease first: this diet holds hardly any wheat, and without wheat the test is wrong.',
      'Hazte antes el análisis de celiaquía: esta dieta casi no lleva trigo y sin trigo el análisis falla.',
    ),
    sources: ['bsg-ibs-2021', 'nice-ng20'],
  },
  {
    id: 'eating_disorder',
    tags: ['restrictive', 'less-carbohydrate'],
    when: { answer: 'eatingDisorder' },
    effect: 'stop',
    says: w(
      'Not with an eating disorder, now or before: rules about food can harm. Talk with the people who treat you.',
      'No con un trastorno alimentario, actual o pasado: las reglas sobre comida pueden dañar. Habla con quien te trata.',
    ),
    asks: 'eatingDisorder',
    sources: [],
  },
  {
    id: 'underweight',
    tags: ['restrictive'],
    when: { fact: 'bmi', below: 18.5 },
    effect: 'stop',
    says: w(
      'Not when you are underweight; a dietitian can help.',
      'No con bajo peso; un dietista puede ayudarte.',
    ),
    sources: [],
  },
  {
    id: 'pregnancy_diet',
    tags: ['low-fodmap'],
    when: { answer: 'pregnancy' },
    effect: 'stop',
    says: w('Not while pregnant or breast-feeding.', 'No durante el embarazo o la lactancia.'),
    asks: 'pregnancy',
    sources: [],
  },
  {
    id: 'pregnancy_supplement',
    tags: ['supplement', 'medicine', 'peppermint', 'probiotic', 'vitamin-d', 'zinc', 'glutamine'],
    when: { answer: 'pregnancy' },
    effect: 'caution',
    says: w(
      'Pregnant or breast-feeding: ask your midwife or doctor first.',
      'Embarazo o lactancia: pregunta antes a tu matrona o médico.',
    ),
    asks: 'pregnancy',
    sources: [],
  },
  {
    id: 'insulin',
    tags: ['less-carbohydrate', 'low-fodmap', 'restrictive'],
    when: { answer: 'insulin' },
    effect: 'caution',
    says: w(
      'With insulin or a medicine that can cause low blood sugar: plan it with your diabetes team first.',
      'Con insulina u otro medicamento que pueda bajar el azúcar: planéalo antes con tu equipo de diabetes.',
    ),
    asks: 'insulin',
    sources: [],
  },
  /* ---------- probiotics ---------- */
  {
    id: 'probiotic_immunity',
    tags: ['probiotic'],
    when: { answer: 'weakenedImmunity' },
    effect: 'stop',
    says: w(
      'No probiotics without your doctor when immunity is weakened: the bacteria can reach the blood.',
      'Sin tu médico no tomes probióticos con defensas bajas: las bacterias pueden llegar a la sangre.',
    ),
    asks: 'weakenedImmunity',
    sources: ['probiotic-safety-review'],
  },
  {
    id: 'probiotic_central_line',
    tags: ['probiotic'],
    when: { answer: 'centralLine' },
    effect: 'stop',
    says: w(
      'No probiotics without your doctor with a central line.',
      'Sin tu médico no tomes probióticos con un catéter central.',
    ),
    asks: 'centralLine',
    sources: ['probiotic-safety-review'],
  },
  /* ---------- fibre ---------- */
  {
    id: 'fibre_slowly',
    tags: ['fibre'],
    effect: 'caution',
    says: w(
      'Build it up: about 5 g more fibre a week, with enough to drink.',
      'Sube poco a poco: unos 5 g más de fibra por semana, bebiendo suficiente.',
    ),
    sources: [],
  },
  {
    id: 'fibre_stricture',
    tags: ['fibre'],
    when: { answer: 'stricture' },
    effect: 'stop',
    says: w(
      'Not with a narrowed gut: more fibre can block it. Ask your doctor.',
      'No con un estrechamiento del intestino: más fibra puede bloquearlo. Pregunta a tu médico.',
    ),
    asks: 'stricture',
    sources: [],
  },
  {
    id: 'fibre_crohn',
    tags: ['fibre'],
    when: { condition: ['crohn_active'] },
    effect: 'caution',
    says: w(
      "Active Crohn's disease: ask first whether a part of the gut is narrowed.",
      'Enfermedad de Crohn activa: pregunta antes si hay algún tramo estrechado.',
    ),
    sources: [],
  },
  /* ---------- vitamins and amino acids ---------- */
  {
    id: 'zinc_upper',
    tags: ['zinc'],
    effect: 'caution',
    says: w(
      'More zinc for months lowers copper: not above 25 mg a day for long without a blood test.',
      'Mucho zinc durante meses baja el cobre: no más de 25 mg al día mucho tiempo sin análisis.',
    ),
    sources: [],
  },
  {
    id: 'glutamine_liver',
    tags: ['glutamine'],
    when: { condition: ['cirrhosis'] },
    effect: 'stop',
    says: w('Not with cirrhosis of the liver.', 'No con cirrosis hepática.'),
    sources: [],
  },
  /* ---------- medicines ---------- */
  {
    id: 'medicine_with_doctor',
    tags: ['medicine', 'prescription-only'],
    effect: 'caution',
    says: w(
      'Never start or stop a prescribed medicine on this advice. Take this page to your doctor.',
      'Nunca empieces ni dejes un medicamento recetado por este consejo. Lleva esta página a tu médico.',
    ),
    sources: [],
  },
  {
    id: 'prescribed_medicine',
    tags: ['medicine'],
    when: { prescribed: [...nsaids, ...acidBlockers] },
    effect: 'caution',
    says: w(
      'It was prescribed: there is a reason for it. Only your doctor changes it.',
      'Está recetado: hay un motivo. Solo tu médico lo cambia.',
    ),
    sources: [],
  },
  {
    id: 'aspirin_heart',
    tags: ['nsaid'],
    when: { takes: ['aspirin'] },
    effect: 'caution',
    says: w(
      'Low-dose aspirin may protect your heart or brain: stopping it can be dangerous.',
      'La aspirina en dosis baja puede proteger corazón o cerebro: dejarla puede ser peligroso.',
    ),
    sources: [],
  },
  {
    id: 'acid_medicine_need',
    tags: ['acid-medicine'],
    effect: 'caution',
    says: w(
      "Some need it for good: Barrett's oesophagus, an ulcer that bled, painkillers every day.",
      'Algunas personas lo necesitan siempre: esófago de Barrett, úlcera que sangró, analgésicos diarios.',
    ),
    sources: [],
  },
  {
    id: 'enzymes_need_diagnosis',
    tags: ['prescription-only'],
    effect: 'caution',
    says: w('Only with a diagnosis and a prescription.', 'Solo con diagnóstico y receta.'),
    sources: [],
  },
  {
    id: 'alcohol_withdrawal',
    tags: ['alcohol'],
    when: { fact: 'alcohol_g', above: 60 },
    effect: 'caution',
    says: w(
      'Stopping suddenly after heavy drinking can be dangerous (fits, confusion): do it with a doctor.',
      'Dejar de golpe tras beber mucho puede ser peligroso (convulsiones, confusión): hazlo con un médico.',
    ),
    sources: [],
  },
  {
    id: 'alcohol_pregnancy',
    tags: ['alcohol'],
    when: { answer: 'pregnancy' },
    effect: 'caution',
    says: w('No alcohol at all in pregnancy.', 'Nada de alcohol en el embarazo.'),
    sources: [],
  },
  {
    id: 'peppermint_reflux',
    tags: ['peppermint'],
    when: { complaint: ['heartburn'] },
    effect: 'caution',
    says: w('It can make heartburn worse.', 'Puede empeorar el ardor.'),
    sources: [],
  },
  {
    id: 'exercise_heart',
    tags: ['exercise'],
    when: { fact: 'age', above: 65 },
    effect: 'caution',
    says: w(
      'If you have not moved for long, or have chest pain: ask your doctor first.',
      'Si llevas mucho sin moverte o tienes dolor en el pecho: pregunta antes a tu médico.',
    ),
    sources: [],
  },
  {
    id: 'infection_doctor',
    tags: ['infection'],
    effect: 'caution',
    says: w(
      'Fever, blood or strong pain: see a doctor at once.',
      'Fiebre, sangre o dolor fuerte: ve a un médico de inmediato.',
    ),
    sources: [],
  },
];
