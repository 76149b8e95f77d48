import { useCallback, useEffect, useMemo } from 'react';
import { failureOf, RefusedError } from '../../forms/failure.js';
import { refusals, sendable, unsaved, type Messages, type SaveOutcome, type Snapshot } from './autosave.js';
import { AutosaveStore } from './autosave-store.js';
import { useFieldErrors } from './fields.js';
import { useAutosave } from './use-autosave.js';

interface EditingOptions<Draft extends object> {
  /** What the server holds; the same object as long as it is the same. */
  saved: Snapshot<Draft>;
  save(part: Partial<Draft>, draft: Draft, version: number): Promise<SaveOutcome<Draft>>;
  /** What is wrong with a draft before anybody is asked. */
  problemsOf(this: void, draft: Draft): Messages;
}

/** A draft that saves itself, and all that an editor says of it. The functions of the first render stay. */
export function useEditing<Draft extends object>({ saved, save, problemsOf }: EditingOptions<Draft>) {
  const [store, state] = useAutosave<Draft>(() => new AutosaveStore(saved, { save, problems: problemsOf, failureOf }));
  const { draft } = state;
  useEffect(() => store.notice(saved), [store, saved]);

  const problems = useMemo(() => problemsOf(draft), [problemsOf, draft]);
  const refused = useMemo(() => refusals(state), [state]);
  const errors = useFieldErrors(problems, refused);
  const dirty = unsaved(state);
  const pending = Object.keys(sendable(state, problems)).length > 0;
  /** Saves what is unsaved. @throws RefusedError when something of it cannot be saved */
  const saveAll = useCallback(async () => {
    if (!(await store.flush())) throw new RefusedError([{ code: 'UNSAVED', path: [], message: store.getState().failure ?? 'Some fields could not be saved. Mend them first.' }]);
  }, [store]);

  return { store, state, draft, problems, refused, errors, saveAll, pending, isUnsaved: dirty.length > 0, /** Fields that cannot be saved as they are. */ wrong: pending ? 0 : dirty.length };
}
