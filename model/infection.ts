import { defineModule } from './define.ts';

/** An acute gut infection that fades by itself. */
export const infection = defineModule({
  name: 'infection',
  title: 'Gut infection',
  about: 'Germs from food or people set off a gut infection that fades within days.',
  tier: 'extension',
  inputs: {
    u_path: {
      value: 0,
      unit: '1/h',
      range: [0, 1],
      means: 'Germs taken in (1/24 for 24 h is a severe gut infection)',
    },
  },
  states: {
    path: {
      value: 0,
      unit: 'rel',
      range: [0, 3],
      means: 'Activity of the infection (1 is severe)',
    },
  },
  params: {
    tau_path: {
      value: 48,
      unit: 'h',
      range: [24, 120],
      means: 'Duration of a gut infection',
      grade: 'assumed',
      note: 'One to seven days.',
    },
  },
  flows: {
    enter: { to: 'path', rate: 'u_path', means: 'Germs enter with food or from people' },
    fade: { from: 'path', rate: 'path/tau_path', means: 'The infection fades' },
  },
});
