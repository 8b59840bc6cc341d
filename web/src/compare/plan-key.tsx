import type { ReactNode } from 'react';

export function PlanKey({
  look: { colour, dash },
}: {
  look: { readonly colour: string; readonly dash: string | undefined };
}): ReactNode {
  return (
    <svg className="plan-key" viewBox="0 0 32 10" aria-hidden="true">
      <path d="M0 5h32" stroke={colour} strokeWidth="3" strokeDasharray={dash} />
    </svg>
  );
}
