/** Up to four plans at once, each with a colour and a dash of its own. */
export const mostPlans = 4;

export const planLooks = [
  { colour: 'var(--change)', dash: undefined },
  { colour: 'var(--plan-2)', dash: '8 3' },
  { colour: 'var(--plan-3)', dash: '3 3' },
  { colour: 'var(--plan-4)', dash: '10 3 2 3' },
] as const;

export function lookOf(index: number): (typeof planLooks)[number] {
  return planLooks[index % mostPlans] ?? planLooks[0];
}
