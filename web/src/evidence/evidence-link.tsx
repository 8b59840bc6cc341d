import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { addressOf, type ItemKind, type ListKind } from './address.ts';

/** A link to another page of the evidence part. */
export function EvidenceLink({
  kind,
  id,
  children,
}: {
  kind: 'home' | ListKind | ItemKind;
  id?: string;
  children: ReactNode;
}): ReactNode {
  const to: string = addressOf(kind, id);
  return <Link to={to}>{children}</Link>;
}
