import { Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { Mark } from '../../components/mark.js';
import { useTitle } from '../../components/use-title.js';
import classes from './account-frame.module.css';
import { Sleeve } from './sleeve.js';

interface AccountFrameProps {
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
  /** The way to the neighbouring screen. */
  foot?: ReactNode;
}

/** The page around signing up, signing in and all that is between. */
export function AccountFrame({ title, lead, children, foot }: AccountFrameProps) {
  useTitle(title);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A screen whose form takes the focus keeps it; one without is read out from its heading.
    if (document.activeElement === document.body || document.activeElement === null) heading.current?.focus({ preventScroll: true });
  }, [title]);

  return (
    <div className={classes.frame}>
      <main className={classes.side}>
        <a className={classes.brand} href="/">
          <Mark size={28} />
          Lynkify
        </a>
        <div className={classes.column}>
          <Title order={1} ref={heading} tabIndex={-1} className={classes.title}>
            {title}
          </Title>
          {lead !== undefined && <p className={classes.lead}>{lead}</p>}
          {children !== undefined && <div className={classes.body}>{children}</div>}
          {foot !== undefined && <div className={classes.foot}>{foot}</div>}
        </div>
      </main>
      <aside className={classes.sleeve} aria-hidden="true">
        <Sleeve />
      </aside>
    </div>
  );
}
