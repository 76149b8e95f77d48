import { useCallback, useMemo, useState } from 'react';
import type { EditedRelease } from './release-query.js';

type Links = EditedRelease['destinations'];

/** What was done to the links here and is on its way to the server. */
export type LinkChange = { kind: 'order'; ids: readonly string[] } | { kind: 'remove'; id: string };

/** The links as they will be once the server has taken these changes. What a new order does not name stands at its end. */
export function ahead(links: Links, changes: readonly LinkChange[]): Links {
  return changes.reduce<Links>((now, change) => {
    if (change.kind === 'remove') return now.filter(({ id }) => id !== change.id);
    const placeOf = (id: string) => (change.ids.includes(id) ? change.ids.indexOf(id) : change.ids.length);
    return [...now].sort((one, other) => placeOf(one.id) - placeOf(other.id));
  }, links);
}

/**
 * The release with its links one step ahead of the server. The changes lie over whatever the server says meanwhile: the
 * answer to an earlier save knows nothing of them, and must not put the old order back under the hand that is dragging.
 */
export function useLinksAhead(saved: EditedRelease) {
  const [changes, setChanges] = useState<readonly LinkChange[]>([]);
  const release = useMemo(() => (changes.length === 0 ? saved : { ...saved, destinations: ahead(saved.destinations, changes) }), [saved, changes]);
  /** Shows a change for as long as its save is under way. */
  const during = useCallback(async <Result>(change: LinkChange, save: () => Promise<Result>): Promise<Result> => {
    setChanges((before) => [...before, change]);
    try {
      return await save();
    } finally {
      setChanges((before) => before.filter((one) => one !== change));
    }
  }, []);
  return { release, during };
}

/** Shows a change for as long as its save is under way. */
export type During = ReturnType<typeof useLinksAhead>['during'];
