import type { QueryClient } from '@tanstack/react-query';
import { afterDecision, type Made } from './after-decision.js';
import { reviewQueue } from './review-query.js';

/** Shows a decision in the queue without loading again what is loaded: a long queue is worked through row by row. */
export async function forgetDecided(queryClient: QueryClient, made: Made): Promise<void> {
  const { queryKey } = reviewQueue();
  if (made.decision !== 'REOPEN') queryClient.setQueryData(queryKey, (queue) => queue && afterDecision(queue, made));
  const left = queryClient.getQueryData(queryKey)?.pages.reduce((sum, { nodes }) => sum + nodes.length, 0) ?? 0;
  await queryClient.invalidateQueries({ queryKey, refetchType: made.decision === 'REOPEN' || left === 0 ? 'active' : 'none' });
}
