import { defineModule } from './define.ts';

/** What one gram of food becomes when bacteria ferment it: bacteria, acids, and carbon dioxide as the rest. */
export const colonFermentation = defineModule({
  name: 'colon-fermentation',
  title: 'Colon: yields of fermentation',
  about:
    'Bacteria build themselves from a part of what they eat; the rest of the carbon leaves as acids and carbon dioxide. More growth means less acid.',
  tier: 'core',
  params: {
    Yb: {
      value: 0.42,
      unit: '1',
      range: [0.33, 0.6],
      means: 'Gross yield of biomass on carbohydrate or protein, g/g, before lysis',
      grade: 'in-vitro',
      source: 'arnoldini-2025',
    },
    Yb_ref: {
      value: 0.42,
      unit: '1',
      range: [0.42, 0.42],
      means: 'Yield for which the acids per hexose below close the carbon balance, g/g',
      grade: 'fitted',
      source: 'model-specification',
    },
    carbon_per_hexose: {
      value: 6,
      unit: '1',
      range: [6, 6],
      means: 'Carbon atoms per hexose unit',
      grade: 'chemistry',
      source: 'chemistry-textbook',
    },
    cY: {
      value: 6.07,
      unit: '1',
      range: [5.4, 6.7],
      means: 'Biomass carbon per hexose at yield 1 (0.45 g carbon per g dry mass)',
      grade: 'assumed',
    },
    c_biomass: {
      value: 37.5,
      unit: 'mmol/g',
      range: [33, 41.5],
      means: 'Carbon per gram of dry bacteria (0.45 g/g)',
      grade: 'assumed',
    },
    hexg: {
      value: 6.17,
      unit: 'mmol/g',
      range: [6.17, 6.17],
      means: 'Hexose units per gram of polymer',
      grade: 'chemistry',
      source: 'chemistry-textbook',
    },
    protg: {
      value: 6,
      unit: 'mmol/g',
      range: [4, 8],
      means: 'SCFA from a gram of protein',
      grade: 'assumed',
    },
    s_ace_prot: {
      value: 0.55,
      unit: '1',
      range: [0.45, 0.65],
      means: 'Acetate share of acids from protein',
      grade: 'assumed',
    },
    s_ppa_prot: {
      value: 0.25,
      unit: '1',
      range: [0.15, 0.3],
      means: 'Propionate share of acids from protein (the rest is butyrate)',
      grade: 'assumed',
    },
    K_fib: { value: 8, unit: 'g/L', range: [0.5, 15], means: 'Fibre at half growth', grade: 'assumed' },
    K_oli: {
      value: 1,
      unit: 'g/L',
      range: [0.1, 5],
      means: 'Oligosaccharide at half growth',
      grade: 'assumed',
    },
    K_prot: { value: 4, unit: 'g/L', range: [0.5, 15], means: 'Protein at half growth', grade: 'assumed' },
    xm_fir: {
      value: 0.25,
      unit: '1',
      range: [0, 0.5],
      means: 'FIR share of mucin sugars freed outside MUC (cross-feeding)',
      grade: 'assumed',
    },
    xm_bif: { value: 0.15, unit: '1', range: [0, 0.4], means: 'BIF share of the same', grade: 'assumed' },
  },
  derive: {
    sY: {
      law: '(carbon_per_hexose - cY*Yb)/(carbon_per_hexose - cY*Yb_ref)',
      unit: '1',
      means: 'Carbon left for acids per hexose, relative to the reference yield',
    },
    acid_per_gram: {
      law: 'sY*hexg',
      unit: 'mmol/g',
      means: 'Hexose units per gram of carbohydrate eaten, scaled for the carbon that acids receive',
    },
  },
});
