import type { Verified } from '../evidence/schema.ts';
import type { SafetyFlagId } from '../person/index.ts';
import type { Language, Wording } from './wording.ts';

const english = {
  title: 'Zonula: gut barrier model report',
  subtitle:
    'For discussion between a person and a professional. A model under its assumptions; not a diagnosis.',
  who: 'Who',
  wentIn: 'What went in (a usual day)',
  coverage: 'known',
  lining: 'The lining now, and after the leading change',
  ranking: 'Changes, ranked',
  change: 'Change',
  effect: 'Effect (median, 80 %)',
  counts: 'Counts in',
  grade: 'Ev.',
  weeks: 'Weeks',
  plot: 'Smallest differences: worse ← 0 → better',
  now: 'Now',
  after: 'After',
  at: 'week',
  explained: 'The leading changes',
  noEffect: 'Not distinguishable from no effect',
  notForYou: 'Not offered, and why',
  tests: 'Tests worth doing',
  testsNone: 'No test would narrow the ranking by more than a few percent.',
  narrows: 'would narrow the effects by about',
  ownData: 'Own results and diary',
  ownNone: 'No own results were used: this is the answer for people like this one.',
  assumptions: 'Assumptions',
  limits: 'Limits',
  references: 'References',
  none: 'Nothing can be told from no effect for this person.',
  trial: 'trials',
  tie: 'Lines between groups: above and below can be told apart.',
  page: 'Page',
  of: 'of',
  unanswered: 'Not answered',
  recommended: 'Recommended by guidelines, without a size here',
};

export type ReportWords = Readonly<Record<keyof typeof english, string>>;

const spanish: ReportWords = {
  title: 'Zonula: informe del modelo de la barrera intestinal',
  subtitle:
    'Para conversar entre una persona y un profesional. Un modelo con sus supuestos; no un diagnóstico.',
  who: 'Quién',
  wentIn: 'Qué entró (un día habitual)',
  coverage: 'conocido',
  lining: 'El revestimiento ahora y tras el primer cambio',
  ranking: 'Cambios en orden',
  change: 'Cambio',
  effect: 'Efecto (mediana, 80 %)',
  counts: 'Cuenta en',
  grade: 'Ev.',
  weeks: 'Semanas',
  plot: 'Diferencias mínimas: peor ← 0 → mejor',
  now: 'Ahora',
  after: 'Después',
  at: 'semana',
  explained: 'Los primeros cambios',
  noEffect: 'No se distinguen de ningún efecto',
  notForYou: 'No se ofrecen, y por qué',
  tests: 'Pruebas que valen la pena',
  testsNone: 'Ninguna prueba estrecharía el orden más que unos pocos puntos.',
  narrows: 'estrecharía los efectos en torno a un',
  ownData: 'Resultados propios y diario',
  ownNone: 'No se usaron resultados propios: es la respuesta para personas como esta.',
  assumptions: 'Supuestos',
  limits: 'Límites',
  references: 'Referencias',
  none: 'Nada se distingue de ningún efecto para esta persona.',
  trial: 'ensayos',
  tie: 'Las líneas separan grupos que sí se distinguen.',
  page: 'Página',
  of: 'de',
  unanswered: 'Sin responder',
  recommended: 'Recomendado por guías, sin tamaño aquí',
};

export const reportWords: Readonly<Record<Language, ReportWords>> = { en: english, es: spanish };

/** What the safety questions ask. */
export const safetyQuestionWords: Readonly<Record<SafetyFlagId, Wording>> = {
  bleeding: { en: 'blood in the stool', es: 'sangre en las heces' },
  weightLoss: { en: 'unwanted weight loss', es: 'pérdida de peso sin querer' },
  familyHistory: {
    en: 'cancer, coeliac or inflammatory bowel disease in the family',
    es: 'cáncer, celiaquía o enfermedad inflamatoria intestinal en la familia',
  },
  stricture: { en: 'narrowing of the gut', es: 'estrechamiento del intestino' },
  pregnancy: { en: 'pregnancy or breast-feeding', es: 'embarazo o lactancia' },
  weakenedImmunity: { en: 'weak immune system', es: 'defensas bajas' },
  centralLine: { en: 'central venous line', es: 'vía venosa central' },
  eatingDisorder: { en: 'eating disorder', es: 'trastorno de la alimentación' },
  insulin: { en: 'insulin or the like', es: 'insulina o similares' },
};

/** How well a reference was checked. */
export const verifiedWords: Readonly<Record<Verified, Wording>> = {
  'full-text': { en: 'text read', es: 'texto leído' },
  abstract: { en: 'abstract read', es: 'resumen leído' },
  secondary: { en: 'quoted from another source', es: 'citado por otra fuente' },
  memory: { en: 'recalled, not checked', es: 'de memoria, sin comprobar' },
  derived: { en: 'worked out from other entries', es: 'calculado de otras entradas' },
};
