import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { linkActions } from './link-actions.js';
import { publishingActions } from './publishing-actions.js';
import { editedRelease, type EditedRelease } from './release-query.js';

/** Everything that is done to a release at the press of a button. */
export const releaseActions = (releaseId: string) => ({ ...linkActions(releaseId), ...publishingActions(releaseId) });

export type ReleaseActions = ReturnType<typeof releaseActions>;

/** The actions, and `done`, which shows their answer here and makes other screens ask anew. */
export function useReleaseActions(releaseId: string) {
  const queryClient = useQueryClient();
  return useMemo(
    () => ({
      actions: releaseActions(releaseId),
      done: async (release: EditedRelease): Promise<void> => {
        queryClient.setQueryData(editedRelease(releaseId).queryKey, release);
        await forgetLists(queryClient);
      },
    }),
    [releaseId, queryClient],
  );
}

/** Lists, home and the bio page show what was just changed here. */
export async function forgetLists(queryClient: ReturnType<typeof useQueryClient>): Promise<void> {
  await Promise.all([['releases'], ['home'], ['bio-page'], ['everything']].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}
