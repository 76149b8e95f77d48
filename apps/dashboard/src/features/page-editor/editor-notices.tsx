import { Alert } from '@mantine/core';
import { conflicts, type SaveState } from './autosave.js';
import type { AutosaveStore } from './autosave-store.js';
import classes from './editor-bar.module.css';
import { StaleChoice } from './stale-choice.js';

interface EditorNoticesProps<Draft extends object> {
  /** What the thing is: "release", "bio page". */
  what: string;
  store: AutosaveStore<Draft>;
  state: SaveState<Draft>;
  fieldNames: Readonly<Record<keyof Draft, string>>;
}

/** What has to be known now, wherever in the form somebody is. */
export function EditorNotices<Draft extends object>({ what, store, state, fieldNames }: EditorNoticesProps<Draft>) {
  return (
    <div className={classes.notices}>
      {state.theirs && <StaleChoice what={what} fields={conflicts(state, state.theirs.draft).map((field) => fieldNames[field])} onTakeTheirs={store.takeTheirs} onKeepMine={store.keepMine} />}
      {state.phase === 'failed' && state.failure !== null && (
        <Alert color="red" role="alert">
          {state.failure} What you typed is kept here.
        </Alert>
      )}
    </div>
  );
}
