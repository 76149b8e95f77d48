import { SegmentedControl } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import classes from './editor-layout.module.css';
import { Outline, type OutlineEntry } from './outline.js';

interface EditorLayoutProps {
  outline: readonly OutlineEntry[];
  preview: ReactNode;
  children: ReactNode;
}

/** Outline, form and a preview that stays in sight; on a phone the last two change places. */
export function EditorLayout({ outline, preview, children }: EditorLayoutProps) {
  const [side, setSide] = useState<'edit' | 'preview'>('edit');
  return (
    <>
      <div className={classes.sides}>
        <SegmentedControl
          fullWidth
          aria-label="Show"
          value={side}
          onChange={(value) => setSide(value === 'preview' ? 'preview' : 'edit')}
          data={[
            { value: 'edit', label: 'Edit' },
            { value: 'preview', label: 'Preview' },
          ]}
        />
      </div>
      <div className={classes.layout} data-side={side}>
        <Outline entries={outline} />
        <div className={classes.form}>{children}</div>
        <aside className={classes.preview} aria-label="Preview">
          {preview}
        </aside>
      </div>
    </>
  );
}

interface EditorPartProps {
  /** Also its place in the outline. */
  id: string;
  title: string;
  lead?: ReactNode;
  /** Stands at the right of the title. */
  action?: ReactNode;
  children: ReactNode;
}

/** One part of an editor's form. */
export function EditorPart({ id, title, lead, action, children }: EditorPartProps) {
  const heading = useId();
  return (
    <section id={id} className={classes.part} aria-labelledby={heading}>
      <div className={classes.head}>
        <h2 id={heading} tabIndex={-1} className={classes.title}>
          {title}
        </h2>
        {action}
      </div>
      {lead !== undefined && <p className={classes.lead}>{lead}</p>}
      {children}
    </section>
  );
}
