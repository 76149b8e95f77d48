import { createClient } from '@lynkify/contract';
import { currentWorkspaceId } from './session/current-workspace.js';

/** Headers that every request of ours carries, GraphQL or not. */
export function workspaceHeaders(): Record<string, string> {
  const id = currentWorkspaceId();
  return id === null ? {} : { 'lynkify-workspace': id };
}

/** Asks the API of this origin. The session travels in its cookie. */
export const execute = createClient({ url: '/graphql', headers: workspaceHeaders });
