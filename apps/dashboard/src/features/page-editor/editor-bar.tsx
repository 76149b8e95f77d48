import { IconArrowLeft } from '@tabler/icons-react';
import { Title } from '@mantine/core';
import type { LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { IconLink } from '../../components/links.js';
import { useTitle } from '../../components/use-title.js';
import classes from './editor-bar.module.css';

interface EditorBarProps {
  title: string;
  status: ReactNode;
  back?: { to: NonNullable<LinkProps['to']>; label: string };
  /** What can be done here, the main thing last. */
  children: ReactNode;
}

/** The head of an editor: what it is, whether it is safe, what to do with it. Stays in sight. */
export function EditorBar({ title, status, back, children }: EditorBarProps) {
  useTitle(title);
  return (
    <header className={classes.bar}>
      {back && (
        <IconLink to={back.to} aria-label={back.label} className={classes.back}>
          <IconArrowLeft size={20} />
        </IconLink>
      )}
      <div className={classes.name}>
        <Title order={1} tabIndex={-1} className={classes.title}>
          {title}
        </Title>
        {status}
      </div>
      <div className={classes.actions}>{children}</div>
    </header>
  );
}
