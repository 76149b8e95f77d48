import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './state.module.css';

interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  /** Why there is nothing, and what to do next. */
  children: ReactNode;
  action?: ReactNode;
  /** Level of its title: 1 where it is the whole screen. */
  level?: 1 | 2;
}

/** What stands where there is nothing yet. */
export function EmptyState({ icon, title, children, action, level = 2 }: EmptyStateProps) {
  return (
    <section className={classes.state}>
      {icon !== undefined && <span className={classes.icon}>{icon}</span>}
      <Title order={level} size="h3">
        {title}
      </Title>
      <p>{children}</p>
      {action !== undefined && <div className={classes.actions}>{action}</div>}
    </section>
  );
}
