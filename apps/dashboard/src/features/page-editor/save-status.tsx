import { Button, UnstyledButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { SaveState } from './autosave.js';
import { sinceWords } from './since-words.js';
import classes from './save-status.module.css';

interface SaveStatusProps<Draft extends object> {
  state: SaveState<Draft>;
  /** How many changed fields cannot be saved as they are. */
  wrong: number;
  /** Whether something is still to be sent. */
  pending: boolean;
  onRetry(): void;
}

/** Whether what was typed is safe. */
export function SaveStatus<Draft extends object>({ state, wrong, pending, onRetry }: SaveStatusProps<Draft>) {
  const { phase, failure, savedAt } = state;
  return (
    <div className={classes.status} role="status">
      {phase === 'failed' ? (
        <>
          <span className={classes.bad} title={failure ?? undefined}>
            Not saved
          </span>
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            Try again
          </Button>
        </>
      ) : phase === 'stale' ? (
        <span className={classes.warn}>Waiting for your choice</span>
      ) : phase === 'saving' || pending ? (
        'Saving…'
      ) : wrong > 0 ? (
        <UnstyledButton className={classes.warn} onClick={focusFirstError}>
          {wrong === 1 ? '1 field is not saved' : `${wrong} fields are not saved`}
        </UnstyledButton>
      ) : savedAt !== null ? (
        <Saved at={savedAt} />
      ) : (
        'All changes saved'
      )}
    </div>
  );
}

function Saved({ at }: { at: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  // Said once when it happens; the seconds that follow are for the eye alone.
  return (
    <>
      Saved<span aria-hidden="true"> {sinceWords(Math.max(0, now - at))}</span>
    </>
  );
}

/** Goes to the first field of the editor that shows a mistake. */
export function focusFirstError(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  // A field that was just left shows its mistake in the next frame.
  requestAnimationFrame(() => document.querySelector<HTMLElement>('#main [aria-invalid="true"]')?.focus());
}
