import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './page-header.module.css';
import { useTitle } from './use-title.js';

interface PageHeaderProps {
  title: string;
  lead?: ReactNode;
  /** What can be done here, the main thing last. */
  actions?: ReactNode;
}

/** The head of a screen: its name (also in the tab), a line about it, and its actions. */
export function PageHeader({ title, lead, actions }: PageHeaderProps) {
  useTitle(title);
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        <Title order={1} tabIndex={-1} className={classes.title}>
          {title}
        </Title>
        {lead !== undefined && <p className={classes.lead}>{lead}</p>}
      </div>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </header>
  );
}
