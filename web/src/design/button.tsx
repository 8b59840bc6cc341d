import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components';

type Look = 'plain' | 'primary' | 'change' | 'quiet' | 'danger';

interface LookProps {
  readonly look?: Look;
  readonly small?: boolean;
}

function classes({ look = 'plain', small = false }: LookProps, more = ''): string {
  return ['button', look, small ? 'small' : '', more].filter(Boolean).join(' ');
}

export function Button({ look, small, ...rest }: Omit<ButtonProps, 'className'> & LookProps): ReactNode {
  return (
    <AriaButton {...rest} className={classes({ ...(look ? { look } : {}), ...(small ? { small } : {}) })} />
  );
}

/** A button that shows a sign only; its name is for screen readers and as a tooltip. */
export function IconButton({
  label,
  children,
  ...rest
}: Omit<ButtonProps, 'className' | 'children'> & { label: string; children: ReactNode }): ReactNode {
  return (
    <AriaButton {...rest} aria-label={label} className="button quiet icon">
      <span aria-hidden="true">{children}</span>
    </AriaButton>
  );
}

/** A link inside the app that looks like a button. */
export function ButtonLink({
  to,
  look,
  small,
  children,
}: LookProps & { to: string; children: ReactNode }): ReactNode {
  return (
    <Link to={to} className={classes({ ...(look ? { look } : {}), ...(small ? { small } : {}) })}>
      {children}
    </Link>
  );
}
