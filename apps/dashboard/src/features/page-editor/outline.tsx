import { UnstyledButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import classes from './outline.module.css';

export interface OutlineEntry {
  /** The id of the part. */
  id: string;
  label: string;
  /** Says that something in the part needs a look. */
  wrong?: boolean;
}

/** The parts of a form, the one in sight marked. */
export function Outline({ entries }: { entries: readonly OutlineEntry[] }) {
  const [here, setHere] = useState(entries[0]?.id);
  const ids = entries.map(({ id }) => id).join(' ');

  useEffect(() => {
    const inSight = new Set<string>();
    const observer = new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting } of changes) {
          if (isIntersecting) inSight.add(target.id);
          else inSight.delete(target.id);
        }
        const first = ids.split(' ').find((id) => inSight.has(id));
        if (first !== undefined) setHere(first);
      },
      { rootMargin: '-120px 0px -50% 0px' },
    );
    for (const id of ids.split(' ')) {
      const part = document.getElementById(id);
      if (part) observer.observe(part);
    }
    return () => observer.disconnect();
  }, [ids]);

  return (
    <nav className={classes.outline} aria-label="Parts of this screen">
      {entries.map(({ id, label, wrong }) => (
        <UnstyledButton key={id} className={classes.entry} aria-current={here === id ? 'true' : undefined} onClick={() => goTo(id)}>
          {label}
          {wrong && <span className={classes.wrong} role="img" aria-label="needs a look" />}
        </UnstyledButton>
      ))}
    </nav>
  );
}

/** Brings a part into sight and the focus to its heading. */
export function goTo(id: string): void {
  const part = document.getElementById(id);
  part?.scrollIntoView({ block: 'start', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  part?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
}
