import type { EvidenceLine } from '../catalogue-shape.ts';
import { wording as w } from '../wording.ts';

export const refinedStarches = ['white_bread', 'bagel', 'pita_white', 'cornflakes', 'white_rice', 'crackers'];
export const sweetDrinks = ['cola', 'energy_drink', 'cranberry_cocktail', 'apple_juice'];
export const sweets = [
  'cookies',
  'ice_cream',
  'choc_cake',
  'doughnut',
  'muffin',
  'hard_candy',
  'milk_chocolate',
  'jam',
  'sugar',
  'honey',
];
export const milks = ['milk_whole', 'milk_whole_nod', 'milk_skim'];
export const nsaids = ['indomethacin', 'naproxen', 'ibuprofen', 'aspirin', 'diclofenac', 'meloxicam'];
export const acidBlockers = ['omeprazole', 'esomeprazole', 'lansoprazole', 'pantoprazole', 'rabeprazole'];

export const irritableBowel = {
  condition: ['ibs_c', 'ibs_d', 'ibs_m', 'post_infectious_ibs'],
} as const;

export const fibreFirst = w(
  'More gas and bloating for one to three weeks; it eases. Go slower if it bothers you, and drink enough.',
  'Más gases e hinchazón durante una a tres semanas; luego mejora. Ve más despacio si molesta y bebe suficiente.',
);

export const fibreLining: EvidenceLine = {
  on: 'lining',
  grade: 'N',
  sources: ['psyllium-ibs-children', 'prebiotic-sr-2024'],
  says: w(
    'Trials saw no change of a healthy lining.',
    'Los ensayos no vieron cambios en un revestimiento sano.',
  ),
};

export const fibreInflammation: EvidenceLine = {
  on: 'inflammation',
  grade: 'N',
  sources: ['wastyk-2021'],
  says: w(
    'In healthy adults 45 g a day for ten weeks did not lower inflammation in the blood.',
    'En adultos sanos, 45 g al día durante diez semanas no bajaron la inflamación en sangre.',
  ),
};

export const prebioticLining: EvidenceLine = {
  on: 'lining',
  grade: 'N',
  sources: ['prebiotic-sr-2024', 'drabinska-2020'],
  says: w(
    'Five of six studies saw no change of the sugar test.',
    'Cinco de seis estudios no vieron cambios en la prueba de azúcares.',
  ),
};

export const prebioticInflammation: EvidenceLine = {
  on: 'inflammation',
  grade: 'N',
  sources: ['krumbeck-2018'],
  says: w('Endotoxin in blood did not change in a trial.', 'La endotoxina en sangre no cambió en un ensayo.'),
};

export const probioticLining: EvidenceLine = {
  on: 'lining',
  grade: 'C',
  sources: ['aspirin-probiotic-2023', 'uc-probiotic-null-2019', 'zheng-2023'],
  says: w(
    'Reviews and good trials disagree; trials with a sugar test saw nothing.',
    'Revisiones y buenos ensayos no coinciden; los ensayos con prueba de azúcares no vieron nada.',
  ),
};
