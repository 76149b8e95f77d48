import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import type { CurrentWorkspace, RosterArtist } from './session.js';

interface CurrentArtist {
  workspace: CurrentWorkspace;
  /** The artist that the screens are about. */
  artist: RosterArtist;
  chooseArtist(id: string): void;
}

const Context = createContext<CurrentArtist | null>(null);

const keyOf = (workspaceId: string) => `lynkify-artist:${workspaceId}`;

function remembered(workspaceId: string): string | null {
  try {
    return localStorage.getItem(keyOf(workspaceId));
  } catch {
    return null; // Storage is switched off: the first of the roster.
  }
}

function remember(workspaceId: string, artistId: string): void {
  try {
    localStorage.setItem(keyOf(workspaceId), artistId);
  } catch {
    return; // The choice lasts as long as the tab.
  }
}

/** The artist that this member chose last in a workspace, or the first of its roster; undefined where it has none. */
export function chosenArtist({ id: workspaceId, artists }: CurrentWorkspace): RosterArtist | undefined {
  const chosen = remembered(workspaceId);
  return artists.find(({ id }) => id === chosen) ?? artists[0];
}

/** Holds the workspace and the artist that the screens below are about. The workspace has at least one artist. */
export function CurrentArtistProvider({ workspace, first, children }: { workspace: CurrentWorkspace; first: RosterArtist; children: ReactNode }) {
  const [chosen, setChosen] = useState(() => remembered(workspace.id));
  const artist = workspace.artists.find(({ id }) => id === chosen) ?? first;
  const chooseArtist = useCallback(
    (id: string) => {
      setChosen(id);
      remember(workspace.id, id);
    },
    [workspace.id],
  );
  const value = useMemo(() => ({ workspace, artist, chooseArtist }), [workspace, artist, chooseArtist]);
  return <Context value={value}>{children}</Context>;
}

/** The workspace and the artist of the moment. For screens inside the shell. */
export function useCurrentArtist(): CurrentArtist {
  const value = use(Context);
  if (value === null) throw new Error('useCurrentArtist is for screens inside the shell.');
  return value;
}
