import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatNumber } from '../format.js';
import classes from './view-chips.module.css';

/** What of a list is shown, as chips side by side. */
export function ViewChips({ label, className, children }: { label: string; className?: string | undefined; children: ReactNode }) {
  return (
    <div className={className === undefined ? classes.chips : `${classes.chips} ${className}`} role="group" aria-label={label}>
      {children}
    </div>
  );
}

/** One of them. `amount` is how many it shows. */
export function ViewChip({ label, amount, on, onPress }: { label: string; amount?: number; on: boolean; onPress(): void }) {
  return (
    <UnstyledButton className={classes.chip} aria-pressed={on} onClick={onPress}>
      {label}
      {amount !== undefined && <span className={classes.amount}> {formatNumber(amount)}</span>}
    </UnstyledButton>
  );
}
