import { useCallback, useMemo, useState } from 'react';
import type { Messages } from './autosave.js';

/** What a field of an editor needs to show what is wrong with it at the right moment. */
export interface FieldErrors {
  /** The message for a dotted path, once it is due. */
  error(path: string): string | undefined;
  /** To be called when the field is left: from then on its own mistakes are shown. */
  left(path: string): () => void;
}

/**
 * What the server refused is shown at once; what is known to be wrong here only when a field was left, so that nobody
 * is told off in the middle of a word.
 */
export function useFieldErrors(problems: Messages, refused: Messages): FieldErrors {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const left = useCallback((path: string) => () => setSeen((before) => (before.has(path) ? before : new Set([...before, path]))), []);
  return useMemo(() => ({ error: (path) => refused[path] ?? (seen.has(path) ? problems[path] : undefined), left }), [problems, refused, seen, left]);
}
