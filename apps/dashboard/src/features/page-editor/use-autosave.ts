import { useEffect, useState, useSyncExternalStore } from 'react';
import type { SaveState } from './autosave.js';
import type { AutosaveStore } from './autosave-store.js';

/** Holds a form's store as long as the form is on the screen. Tries again by itself when the network is back. */
export function useAutosave<Draft extends object>(make: () => AutosaveStore<Draft>): [AutosaveStore<Draft>, SaveState<Draft>] {
  const [store] = useState(make);
  const state = useSyncExternalStore(store.subscribe, store.getState);
  useEffect(() => {
    const again = () => void store.flush();
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('online', again);
      store.dispose();
    };
  }, [store]);
  return [store, state];
}
