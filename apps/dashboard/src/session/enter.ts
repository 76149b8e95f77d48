import type { FragmentOf } from '@lynkify/contract';
import type { QueryClient } from '@tanstack/react-query';
import { currentWorkspaceId, rememberWorkspace } from './current-workspace.js';
import { readSession, session, type Me, type Session_me } from './session.js';

/** Starts as the person who has just signed in: nothing that another one loaded stays. */
export function startSession(queryClient: QueryClient, me: FragmentOf<typeof Session_me>): void {
  queryClient.clear();
  queryClient.setQueryData(session().queryKey, readSession(me));
}

/** Stands in the remembered workspace, or in the first when that one is not (or no longer) theirs. False: they have none. */
export function settleWorkspace(me: Me): boolean {
  const ids = me.memberships.map(({ workspace }) => workspace.id);
  const current = currentWorkspaceId();
  if (current !== null && ids.includes(current)) return true;
  rememberWorkspace(ids[0] ?? null);
  return ids.length > 0;
}

/** Goes to another workspace by loading the dashboard anew: nothing of the last one can be left in memory. */
export function enterWorkspace(workspaceId: string): void {
  rememberWorkspace(workspaceId);
  window.location.assign('/');
}
