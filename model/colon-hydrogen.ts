import { defineModule } from './define.ts';

/**
 * Hydrogen: made by fermentation, used within seconds to minutes, so that its amount follows from the balance of
 * sources and users at every moment. What users leave goes to gas and breath.
 */
export const colonHydrogen = defineModule({
  name: 'colon-hydrogen',
  title: 'Colon: hydrogen, guild HYD and gas',
  about:
    'Fermentation frees hydrogen. Guild HYD turns it into acetate, or into methane in persons who carry methane makers. What is left becomes gas and shows in breath.',
  tier: 'full',
  index: { '@': ['pc', 'dc'] },
  reads: {
    '@_hexose_bac': 'mmol/h',
    '@_hexose_fir': 'mmol/h',
    '@_hexose_ent': 'mmol/h',
    '@_hexose_rum': 'mmol/h',
    '@_hyd': 'g',
    '@_volume': 'L',
    '@_ph': 'pH',
    w_pH: 'pH',
    '@_srb_capacity': 'mmol/h',
    scfa_production: 'mmol/h',
    opi: '1',
    w_rel: '1',
    nns_hyd: { unit: '1', absent: 1 },
  },
  writes: { '@_hyd': 'g', '@_ace': 'mmol' },
  inputs: { meth: { value: 0, unit: '1', range: [0, 1], means: 'Methane producer (0 or 1; 35 % of persons)' } },
  states: {
    co_gas: { value: 0.059, unit: 'L', range: [0.02, 1], means: 'Gas in the colon', readOut: true },
  },
  params: {
    h2_bac: { value: 0.3, unit: '1', range: [0.15, 0.6], means: 'Hydrogen (with formate) per hexose, BAC, mol/mol', grade: 'assumed' },
    h2_fir: { value: 0.5, unit: '1', range: [0.25, 1], means: 'Hydrogen per hexose, FIR, mol/mol', grade: 'assumed' },
    h2_ent: { value: 0.5, unit: '1', range: [0.25, 1], means: 'Hydrogen per hexose, ENT, mol/mol', grade: 'assumed' },
    h2_rum: { value: 0.4, unit: '1', range: [0.2, 0.8], means: 'Hydrogen per hexose, RUM, mol/mol', grade: 'assumed' },
    k_esc: {
      value: 30,
      unit: '1/h',
      range: [15, 60],
      means: 'Hydrogen escape to gas and blood',
      grade: 'fitted',
      source: 'model-specification',
      note: 'Set to fasting breath hydrogen of a few ppm.',
    },
    mu_hyd: { value: 0.4, unit: '1/h', range: [0.2, 0.8], means: 'Growth of HYD on hydrogen', grade: 'assumed' },
    K_h2: { value: 0.05, unit: 'mmol/L', range: [0.025, 0.1], means: 'Hydrogen at half use', grade: 'assumed' },
    Y_hyd: { value: 0.003, unit: 'g/mmol', range: [0.0015, 0.006], means: 'Biomass of HYD per hydrogen', grade: 'assumed' },
    pl_hyd: { value: 5.6, unit: 'pH', range: [5.4, 5.8], means: 'Half-growth pH of HYD', grade: 'assumed' },
    product_per_h2: {
      value: 0.25,
      unit: '1',
      range: [0.25, 0.25],
      means: 'Acetate, methane or sulphide per hydrogen, mol/mol',
      grade: 'chemistry',
      source: 'chemistry-textbook',
    },
    gas_volume: {
      value: 0.0254,
      unit: 'L/mmol',
      range: [0.0254, 0.0254],
      means: 'Volume of gas at 37 C',
      grade: 'chemistry',
      source: 'chemistry-textbook',
    },
    h2_breath_share: {
      value: 0.16,
      unit: '1',
      range: [0.08, 0.32],
      means: 'Share of escaping hydrogen that leaves with breath',
      grade: 'assumed',
    },
    co2_per_scfa: {
      value: 0.03,
      unit: '1',
      range: [0.015, 0.06],
      means: 'Carbon dioxide that stays gas, per SCFA made, mol/mol',
      grade: 'assumed',
    },
    k_gas: { value: 0.35, unit: '1/h', range: [0.175, 0.7], means: 'Loss of gas', grade: 'assumed' },
    g_op_gas: { value: 0.4, unit: '1', range: [0.2, 0.8], means: 'Opioid slowing of gas loss', grade: 'assumed' },
    breath_gas_volume: {
      value: 24.5,
      unit: 'mL/mmol',
      range: [24.5, 24.5],
      means: 'Volume of gas at room temperature',
      grade: 'chemistry',
      source: 'chemistry-textbook',
    },
    alveolar_flow: { value: 300, unit: 'L/h', range: [200, 450], means: 'Air through the lungs at rest', grade: 'assumed' },
    ppm_per_millilitre_per_litre: {
      value: 1000,
      unit: 'ppm*L/mL',
      range: [1000, 1000],
      means: 'Conversion of mL per L to ppm',
      grade: 'chemistry',
      source: 'chemistry-textbook',
    },
  },
  derive: {
    '@_h2_made': {
      law: 'h2_bac*@_hexose_bac + h2_fir*@_hexose_fir + h2_ent*@_hexose_ent + h2_rum*@_hexose_rum',
      unit: 'mmol/h',
      means: 'Hydrogen made',
    },
    '@_hyd_capacity': {
      law: 'nns_hyd*mu_hyd*gate(@_ph, pl_hyd, w_pH)*@_hyd/Y_hyd',
      unit: 'mmol/h',
      means: 'Hydrogen that HYD could use',
    },
    '@_h2': {
      law: 'qss(@_h2_made, k_esc, @_hyd_capacity + @_srb_capacity, K_h2*@_volume)',
      unit: 'mmol',
      means: 'Hydrogen in the lumen',
    },
    '@_hyd_uses': {
      law: '@_hyd_capacity*mo(@_h2, K_h2*@_volume)',
      unit: 'mmol/h',
      means: 'Hydrogen that HYD uses',
    },
    '@_scfa_by_hyd': {
      law: '(1 - meth)*product_per_h2*@_hyd_uses',
      unit: 'mmol/h',
      means: 'Acetate made of hydrogen',
    },
    h2_escape: { law: 'k_esc*(pc_h2 + dc_h2)', unit: 'mmol/h', means: 'Hydrogen that escapes to gas and blood' },
    methane: { law: 'meth*product_per_h2*(pc_hyd_uses + dc_hyd_uses)', unit: 'mmol/h', means: 'Methane made' },
    breath_hydrogen: {
      law: 'h2_breath_share*h2_escape*breath_gas_volume/alveolar_flow*ppm_per_millilitre_per_litre',
      unit: 'ppm',
      means: 'Hydrogen in breath',
    },
  },
  flows: {
    '@_use': {
      to: { '@_hyd': 'Y_hyd', '@_ace': '(1 - meth)*product_per_h2' },
      rate: '@_hyd_uses',
      means: 'Guild HYD grows on hydrogen and makes acetate or methane',
    },
    fill_gas: {
      to: 'co_gas',
      rate: 'gas_volume*((1 - h2_breath_share)*h2_escape + methane + co2_per_scfa*scfa_production)',
      means: 'Hydrogen, methane and carbon dioxide fill the colon with gas',
    },
    lose_gas: {
      from: 'co_gas',
      rate: 'k_gas*co_gas*(1 - g_op_gas*mo(pos(opi, w_rel), 1))',
      means: 'Gas leaves by the wall and as wind, more slowly under opioids',
    },
  },
});
