/** Body, conditions and answers of the person file as numbers. */
import { conditionOf, obesityBmi } from './conditions.ts';
import { type Findings, type Path, shown } from './findings.ts';
import type { Answer, Person } from './person.ts';
import { parseHeightCm, parseQuantity, parseWeightKg, type QuantityResult } from './quantity.ts';
import type { PersonFile } from './schema.ts';
import { limits, type SafetyFlagId, safetyFlagIds } from './vocabulary.ts';

/** What an adult body can be; outside it is taken for a typing error. */
const possible = {
  weightKg: [25, 350],
  heightCm: [100, 250],
  bmi: [10, 100],
  gfrMlPerMin: [3, 250],
} as const;
/** Body mass index that studies of the lining cover. */
const studiedBmi = [17, 45] as const;

export function normalisePerson(written: PersonFile['person'], findings: Findings): Person {
  const path: Path = ['person'];
  age(written.age, findings);
  const weightKg = body(written, 'weight', 'weightKg', parseWeightKg, '82 kg', findings);
  const heightCm = body(written, 'height', 'heightCm', parseHeightCm, '175 cm', findings);
  const bmi = weightKg !== undefined && heightCm !== undefined ? weightKg / (heightCm / 100) ** 2 : undefined;
  if (bmi !== undefined && (bmi < possible.bmi[0] || bmi > possible.bmi[1])) {
    findings.error(
      'Z3032',
      path,
      `Weight and height give a body mass index of ${bmi.toFixed(1)}: that cannot be.`,
      'Check both and their units.',
    );
  } else if (bmi !== undefined && (bmi < studiedBmi[0] || bmi > studiedBmi[1])) {
    findings.warning(
      'Z3024',
      path,
      `A body mass index of ${bmi.toFixed(1)} lies outside what was studied (${studiedBmi[0]} to ${studiedBmi[1]}); the answer is a guess there.`,
    );
  }
  for (const [value, key, what] of [
    [written.sex, 'sex', 'sex'],
    [weightKg ?? written.weight ?? written.weightKg, 'weight', 'weight'],
    [heightCm ?? written.height ?? written.heightCm, 'height', 'height'],
  ] as const) {
    if (value === undefined) {
      findings.warning(
        'Z3033',
        path,
        `No ${what} is given: the possible yous take it from the adult population, which widens every range.`,
        `Add ${key} under person.`,
      );
    }
  }
  if (answer(written.smoker) === 'yes') {
    findings.warning(
      'Z3061',
      [...path, 'smoker'],
      'Smoking is kept and shown, but nothing in the model reads it.',
    );
  }
  const conditions = written.conditions;
  if (conditions) {
    const named = new Set(conditions);
    conditions.forEach((id, index) => {
      const condition = conditionOf(id);
      const at = [...path, 'conditions', index];
      if (conditions.indexOf(id) !== index)
        findings.warning('Z3035', at, `${id} is named twice.`, 'Keep it once.');
      const other = condition.excludes?.find((excluded) => named.has(excluded));
      if (other !== undefined && conditions.indexOf(other) < index) {
        findings.error('Z3035', at, `${id} and ${other} cannot both hold.`, 'Keep the one that holds now.');
      }
    });
    if (named.has('obesity') && bmi !== undefined && bmi < obesityBmi) {
      findings.warning(
        'Z3035',
        path,
        `Obesity is named, but weight and height give a body mass index of ${bmi.toFixed(1)}.`,
        'Check both; the condition counts.',
      );
    }
    if (named.has('lactase_non_persistent') && written.lactase === 'persistent') {
      findings.error(
        'Z3035',
        [...path, 'lactase'],
        'Milk sugar cannot be both digested and not digested.',
        'Keep lactase or the condition.',
      );
    }
  }
  return {
    ageYears: written.age,
    sex: written.sex,
    weightKg,
    heightCm,
    bmi,
    conditions: conditions ? [...new Set(conditions)] : undefined,
    gfrMlPerMin: gfr(written.gfr, findings),
    smoker: answer(written.smoker),
    lactase: written.lactase ?? 'unknown',
    methane: answer(written.methane),
    foodAllergies: written.foodAllergies ?? [],
    safety: Object.fromEntries(safetyFlagIds.map((id) => [id, answer(written.safety?.[id])])) as Record<
      SafetyFlagId,
      Answer
    >,
  };
}

function answer(written: Answer | boolean | undefined): Answer {
  if (written === undefined) return 'unanswered';
  return typeof written === 'boolean' ? (written ? 'yes' : 'no') : written;
}

function age(years: number, findings: Findings): void {
  const path = ['person', 'age'];
  if (years < 0 || years > limits.oldestYears) {
    findings.error('Z3032', path, `An age of ${years} years cannot be.`, 'Write the age in years.');
  } else if (years < limits.youngestYears) {
    findings.error(
      'Z3030',
      path,
      `Zonula is for adults; this person is ${years}.`,
      'The evidence behind it comes from adults of 18 to 80, and a growing gut differs. Please ask a paediatrician.',
    );
  } else if (years > limits.oldestStudiedYears) {
    findings.warning('Z3031', path, `Few people of ${years} were studied; the answer is less certain.`);
  }
}

function body(
  written: PersonFile['person'],
  key: 'weight' | 'height',
  plainKey: 'weightKg' | 'heightCm',
  parse: (text: string) => QuantityResult<number>,
  example: string,
  findings: Findings,
): number | undefined {
  const withUnit = written[key];
  const plain = written[plainKey];
  const path = ['person', withUnit === undefined ? plainKey : key];
  if (withUnit !== undefined && plain !== undefined) {
    findings.error('Z3034', path, `Both ${key} and ${plainKey} are given.`, 'Keep one of them.');
    return undefined;
  }
  let value = plain;
  if (withUnit !== undefined) {
    const parsed = parse(withUnit);
    if (!parsed.ok) {
      findings.error('Z3020', path, `"${shown(withUnit)}" ${parsed.why}.`, `Write for example "${example}".`);
      return undefined;
    }
    value = parsed.value;
  }
  if (value === undefined) return undefined;
  const [low, high] = possible[plainKey];
  if (!(value >= low && value <= high)) {
    const unit = plainKey === 'weightKg' ? 'kg' : 'cm';
    findings.error(
      'Z3032',
      path,
      `A ${key} of ${Number(value.toPrecision(4))} ${unit} cannot be.`,
      `Adults are ${low} to ${high} ${unit}; check the unit.`,
    );
    return undefined;
  }
  return value;
}

function gfr(written: string | undefined, findings: Findings): number | undefined {
  if (written === undefined) return undefined;
  const path = ['person', 'gfr'];
  const quantity = parseQuantity(written);
  const unit = quantity.ok ? quantity.value.unit.replaceAll(/[\s²]/g, '').replace('m^2', 'm2') : '';
  if (!quantity.ok || !['ml/min', 'ml/min/1.73m2', 'ml/min/1.73m'].includes(unit)) {
    findings.error(
      'Z3020',
      path,
      `"${shown(written)}" ${quantity.ok ? 'has a unit that does not fit here' : quantity.why}.`,
      'Write for example "90 mL/min".',
    );
    return undefined;
  }
  const [low, high] = possible.gfrMlPerMin;
  if (quantity.value.value >= low && quantity.value.value <= high) return quantity.value.value;
  findings.error(
    'Z3032',
    path,
    `A kidney filtration of ${quantity.value.value} mL/min cannot be.`,
    `It lies between ${low} and ${high}.`,
  );
  return undefined;
}
