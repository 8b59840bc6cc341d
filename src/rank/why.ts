import type { CatalogueChange, EvidenceGrade } from './catalogue-shape.ts';
import type { OutcomeResult } from './effects.ts';
import { outcomeById } from './outcomes.ts';
import { evidenceFor, type Score } from './score.ts';
import { type Language, withDecimalSign } from './wording.ts';

/** A number as people read it: sign, few digits, no lone minus zero. */
export function readable(value: number, decimals: number, language: Language = 'en'): string {
  const rounded = Number(value.toFixed(decimals));
  const text = withDecimalSign(Math.abs(rounded).toFixed(decimals), language);
  return rounded > 0 ? `+${text}` : rounded < 0 ? `−${text}` : text;
}

/** A title inside a sentence: its first letter small, unless it is an abbreviation or a name. */
export function inSentence(title: string): string {
  return /^[A-ZÁÉÍÓÚ][a-záéíóúñ ]/.test(title) &&
    !/^(Lactobacillus|Bifidobacterium|Mediterranean)/.test(title)
    ? title.replace(/^./, (letter) => letter.toLowerCase())
    : title;
}

const people = (chance: number): number => Math.round(20 * chance);

const gradeWords: Readonly<Record<EvidenceGrade, { readonly en: string; readonly es: string }>> = {
  A: { en: 'several consistent human studies', es: 'varios estudios en personas que coinciden' },
  B: { en: 'one good or several small human studies', es: 'un buen estudio o varios pequeños en personas' },
  C: { en: 'conflicting studies', es: 'estudios que se contradicen' },
  D: { en: 'weak or indirect evidence', es: 'evidencia débil o indirecta' },
  N: { en: 'good human data show no effect', es: 'buenos datos en personas no muestran efecto' },
};

export function gradeInWords(grade: EvidenceGrade, language: Language): string {
  return gradeWords[grade][language];
}

/** Two or three plain sentences: what it does most, in how many possible yous, on what evidence. */
export function whySentence(
  change: CatalogueChange,
  outcomes: Readonly<Record<string, OutcomeResult>>,
  score: Score,
  language: Language,
): string {
  const es = language === 'es';
  const sentences: string[] = [];
  const by = score.by === undefined ? undefined : outcomes[score.by];
  if (score.by !== undefined && by) {
    const { decimals } = outcomeById(score.by);
    const range = `${readable(by.p10, decimals, language)} ${es ? 'a' : 'to'} ${readable(by.p90, decimals, language)}`;
    if (by.basis === 'trials')
      sentences.push(
        es
          ? `En ensayos mejoran ${Math.round(by.p50)} de cada 100 personas más que con placebo (${Math.round(by.p10)} a ${Math.round(by.p90)}).`
          : `In trials ${Math.round(by.p50)} of 100 people more than on placebo get relief (${Math.round(by.p10)} to ${Math.round(by.p90)}).`,
      );
    else
      sentences.push(
        es
          ? `${by.title}: ${readable(by.p50, decimals, language)} ${by.unit} (80 %: ${range}); una diferencia que cuenta en ${people(by.chanceNoticeable)} de 20 yos posibles.`
          : `${by.title}: ${readable(by.p50, decimals, language)} ${by.unit} (80 %: ${range}); a difference that counts in ${people(by.chanceNoticeable)} of 20 possible yous.`,
      );
    const line = evidenceFor(change, outcomeById(score.by));
    sentences.push(
      line
        ? line.says[language]
        : gradeWords[score.grade][language].replace(/^./, (c) => c.toUpperCase()).concat('.'),
    );
  } else {
    const nothing = change.evidence.find(({ on }) => on === 'lining') ?? change.evidence[0];
    sentences.push(
      es
        ? 'Ninguna mejora que cuente en las personas simuladas.'
        : 'No gain that counts in the simulated people.',
    );
    if (nothing) sentences.push(nothing.says[language]);
  }
  if (score.lossBy !== undefined && score.loss > 0.05) {
    const worse = outcomes[score.lossBy];
    if (worse)
      sentences.push(
        es
          ? `Puede empeorar: ${inSentence(worse.title)} (en ${people(worse.chanceNoticeablyWorse)} de 20).`
          : `It may make worse: ${inSentence(worse.title)} (in ${people(worse.chanceNoticeablyWorse)} of 20).`,
      );
  }
  return sentences.join(' ');
}
