/**
 * Units in which laboratories print results, as factors to the model's. A unit that is not listed is not guessed.
 */
const vitaminDNmolPerNg = 2.496;
const factors: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'nmol/L': { 'ng/ml': vitaminDNmolPerNg, 'ug/l': vitaminDNmolPerNg, 'µg/l': vitaminDNmolPerNg },
  'mg/L': { 'mg/dl': 10, 'ug/ml': 1, 'µg/ml': 1 },
  'ug/L': { 'ng/ml': 1, 'µg/l': 1 },
  'ug/g': { 'mg/kg': 1, 'µg/g': 1 },
  'pg/mL': { 'ng/l': 1, 'ng/ml': 1000 },
  'ug/mL': { 'mg/l': 1, 'µg/ml': 1 },
  'umol/L': { 'µmol/l': 1 },
  'mmol/kg': { 'umol/g': 1, 'µmol/g': 1 },
  '1': { '%': 0.01, share: 1 },
  ratio: { '1': 1, '': 1 },
};

/**
 * @param printed unit on the report
 * @param wanted unit of the model's result
 * @returns factor from printed to wanted, or undefined when it is not known
 */
export function resultUnitFactor(printed: string, wanted: string): number | undefined {
  const plain = printed.trim().toLowerCase();
  if (plain === wanted.toLowerCase()) return 1;
  return factors[wanted]?.[plain];
}
