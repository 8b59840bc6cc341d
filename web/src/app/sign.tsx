import type { ReactNode } from 'react';
import type { SignId } from './navigation.ts';

/** Line drawings of the menu, 24 by 24. */
const drawings: Readonly<Record<SignId, ReactNode>> = {
  today: (
    <>
      <path d="M3 9c2-2 4-2 6 0s4 2 6 0 4-2 6 0" />
      <path d="M3 13h18v6H3zM8 13v6M13 13v6M17.500 13v6" />
    </>
  ),
  food: (
    <>
      <path d="M7 3v7M4.500 3v4a2.500 2.500 0 0 0 5 0V3M7 10v11" />
      <path d="M16.500 3c-2 1-3 4-3 7h3zM16.500 10v11" />
    </>
  ),
  life: (
    <>
      <path d="M3 6h9M15 6h6M3 12h4M10 12h11M3 18h11M17 18h4" />
    </>
  ),
  try: (
    <>
      <path d="M4 18c5 0 6-5 9-8s4-4 7-4" />
      <path d="M4 18c6 0 10-1 16-1" strokeDasharray="2 2.500" />
    </>
  ),
  help: (
    <>
      <path d="M4 6h12M4 12h9M4 18h6" />
      <path d="M18 13l1.200 2.800L22 17l-2.800 1.200L18 21l-1.200-2.800L14 17l2.800-1.200z" />
    </>
  ),
  time: (
    <>
      <circle cx="12" cy="12" r="8.500" />
      <path d="M12 7v5l3.500 2" />
    </>
  ),
  tests: (
    <>
      <path d="M9 3h6M10 3v6l-5 9a2 2 0 0 0 2 3h10a2 2 0 0 0 2-3l-5-9V3" />
      <path d="M7.500 15h9" />
    </>
  ),
  learn: (
    <>
      <path d="M3 5c4-1 7 0 9 2 2-2 5-3 9-2v14c-4-1-7 0-9 2-2-2-5-3-9-2zM12 7v14" />
    </>
  ),
  evidence: (
    <>
      <path d="M5 3h10l4 4v14H5zM15 3v4h4M8 12h8M8 16h5" />
    </>
  ),
  me: (
    <>
      <rect x="4" y="4" width="16" height="16" rx="2" />
      <circle cx="12" cy="10" r="2.500" />
      <path d="M7.500 17c.500-2.500 2.500-3.500 4.500-3.500s4 1 4.500 3.500" />
    </>
  ),
  record: (
    <>
      <path d="M4 8h16v11a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1zM3 4h18v4H3zM9.500 12h5" />
    </>
  ),
  more: (
    <>
      <circle cx="5" cy="12" r="1.200" />
      <circle cx="12" cy="12" r="1.200" />
      <circle cx="19" cy="12" r="1.200" />
    </>
  ),
};

export function Sign({ id }: { id: SignId }): ReactNode {
  return (
    <svg className="sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {drawings[id]}
    </svg>
  );
}
