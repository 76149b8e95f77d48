import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '../../forms/failure.js';
import { editedRelease, type EditedRelease } from '../release-editor/release-query.js';
import { decideMatch, type Decision } from './candidate-actions.js';
import type { Candidate } from './candidate.js';
import { forgetDecided } from './review-cache.js';

/** What is happening to a match. */
export interface Deciding {
  pending: Decision | null;
  failure: string | null;
}

const resting: Deciding = { pending: null, failure: null };

type Decided = Pick<Candidate, 'id' | 'platform' | 'conflictsWith'>;

/**
 * Decides matches, each with its own state.
 * @param save does the work in its turn, where a screen has other saves too
 */
export function useDecisions(save: (work: () => Promise<EditedRelease>) => Promise<unknown> = (work) => work()) {
  const queryClient = useQueryClient();
  const [states, setStates] = useState<Readonly<Record<string, Deciding>>>({});
  const become = (id: string, state: Deciding) => setStates((before) => ({ ...before, [id]: state }));

  const decideOne = (candidate: Decided, decision: Decision) =>
    save(async () => {
      const release = await decideMatch(candidate, decision);
      queryClient.setQueryData(editedRelease(release.id).queryKey, release);
      await forgetDecided(queryClient, { candidate, decision, releaseId: release.id });
      await Promise.all([['release', release.id, 'match'], ['home'], ['releases']].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
      return release;
    });

  /**
   * Decides one after the other, until one cannot be.
   * @returns whether all were done; why one was not stands at it
   */
  const decide = async (candidates: readonly Decided[], decision: Decision): Promise<boolean> => {
    for (const { id } of candidates) become(id, { pending: decision, failure: null });
    for (const [index, candidate] of candidates.entries()) {
      try {
        await decideOne(candidate, decision);
        become(candidate.id, resting);
      } catch (error) {
        for (const { id } of candidates.slice(index)) become(id, resting);
        become(candidate.id, { pending: null, failure: failureOf(error) });
        return false;
      }
    }
    return true;
  };
  return { decide, stateOf: (id: string): Deciding => states[id] ?? resting };
}
