import { Button } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import classes from './undo.module.css';

/** How long something can be taken back, in milliseconds. */
export const undoTime = 10_000;

/** What was removed and can still be put back. */
export function useUndo<Entry>() {
  const [entries, setEntries] = useState<readonly { key: string; entry: Entry }[]>([]);
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());

  const drop = useCallback((key: string) => {
    clearTimeout(timers.current.get(key));
    timers.current.delete(key);
    setEntries((before) => before.filter((each) => each.key !== key));
  }, []);
  const add = useCallback(
    (key: string, entry: Entry) => {
      setEntries((before) => [...before.filter((each) => each.key !== key), { key, entry }]);
      timers.current.set(key, setTimeout(() => drop(key), undoTime));
    },
    [drop],
  );
  useEffect(() => {
    const running = timers.current;
    return () => {
      for (const timer of running.values()) clearTimeout(timer);
    };
  }, []);
  return { entries, add, drop };
}

interface UndoNotesProps<Entry> {
  /** Whether the way back takes the focus; not where whoever decided goes on with the next. Default true. */
  takesFocus?: boolean;
  entries: readonly { key: string; entry: Entry }[];
  wordsOf(entry: Entry): string;
  onUndo(key: string, entry: Entry): void;
}

/** One line for each thing that was removed, with the way back. */
export function UndoNotes<Entry>({ entries, wordsOf, onUndo, takesFocus = true }: UndoNotesProps<Entry>) {
  return (
    <div role="status">
      {entries.map(({ key, entry }) => (
        <p key={key} className={classes.note}>
          <span>{wordsOf(entry)}</span>
          {/* Whoever pressed Remove by keyboard would otherwise stand nowhere. */}
          <Button size="compact-sm" variant="default" autoFocus={takesFocus} onClick={() => onUndo(key, entry)}>
            Undo
          </Button>
        </p>
      ))}
    </div>
  );
}
