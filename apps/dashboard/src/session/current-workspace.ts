const key = 'lynkify-workspace';

function remembered(): string | null {
  try {
    return sessionStorage.getItem(key) ?? localStorage.getItem(key);
  } catch {
    return null; // Storage is switched off: the API picks the oldest membership.
  }
}

// Held here and not read from storage each time: another tab may stand in another workspace.
let current = remembered();

/** The workspace that this tab works in, sent with every request. */
export function currentWorkspaceId(): string | null {
  return current;
}

/** Moves this tab to another workspace; new tabs start there too. */
export function rememberWorkspace(id: string | null): void {
  current = id;
  try {
    for (const storage of [sessionStorage, localStorage]) {
      if (id === null) storage.removeItem(key);
      else storage.setItem(key, id);
    }
  } catch {
    return; // Without storage the choice lasts as long as the tab.
  }
}
