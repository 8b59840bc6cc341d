import type { ReactNode } from 'react';

/** Two cells and the seal between them. */
export function Mark(): ReactNode {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect
        x="2"
        y="8"
        width="12"
        height="18"
        rx="4"
        fill="var(--cell)"
        stroke="var(--ink)"
        strokeWidth="1.5"
      />
      <rect
        x="18"
        y="8"
        width="12"
        height="18"
        rx="4"
        fill="var(--cell)"
        stroke="var(--ink)"
        strokeWidth="1.5"
      />
      <path d="M14 13h4M14 17h4" stroke="var(--you)" strokeWidth="2.5" />
    </svg>
  );
}
