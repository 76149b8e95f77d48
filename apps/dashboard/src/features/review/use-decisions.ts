import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '../../forms/failure.js';
import { editedRelease, type EditedRelease } from '../release-editor/release-query.js';
import { decideMatch, type Decision } from './candidate-actions.js';
import type { Candidate } from './candidate.js';

/** What is happening to a match. */
interface Deciding {
  pending: Decision | null;
  failure: string | null;
}

const resting: Deciding = { pending: null, failure: null };

/**
 * Decides matches one by one, each with its own state.
 * @param save does the work in its turn, where a screen has other saves too
 */
export function useDecisions(save: (work: () => Promise<EditedRelease>) => Promise<unknown> = (work) => work()) {
  const queryClient = useQueryClient();
  const [states, setStates] = useState<Readonly<Record<string, Deciding>>>({});
  const become = (id: string, state: Deciding) => setStates((before) => ({ ...before, [id]: state }));

  /** @returns whether it was done; why not stands at the match */
  const decide = async (candidate: Pick<Candidate, 'id' | 'conflictsWith'>, decision: Decision): Promise<boolean> => {
    become(candidate.id, { pending: decision, failure: null });
    try {
      await save(async () => {
        const release = await decideMatch(candidate, decision);
        queryClient.setQueryData(editedRelease(release.id).queryKey, release);
        await Promise.all([['release', release.id, 'match'], ['review'], ['home'], ['releases']].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
        return release;
      });
      become(candidate.id, resting);
      return true;
    } catch (error) {
      become(candidate.id, { pending: null, failure: failureOf(error) });
      return false;
    }
  };
  return { decide, stateOf: (id: string): Deciding => states[id] ?? resting };
}
