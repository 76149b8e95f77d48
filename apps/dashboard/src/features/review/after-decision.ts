import { readFragment } from '@lynkify/contract';
import type { InfiniteData } from '@tanstack/react-query';
import type { Decision } from './candidate-actions.js';
import { Candidate_candidate, type Candidate } from './candidate.js';
import type { ReviewPage } from './review-query.js';

/** A decision that was made, and of which release. */
export interface Made {
  candidate: Pick<Candidate, 'id' | 'platform'>;
  decision: Decision;
  releaseId: string;
}

/**
 * What the loaded part of the queue is after a decision: a platform leads to one place, so whoever took a link of it has
 * turned down the others.
 */
export function afterDecision(queue: InfiniteData<ReviewPage>, { candidate, decision, releaseId }: Made): InfiniteData<ReviewPage> {
  const isOver = (node: ReviewPage['nodes'][number]) =>
    node.id === candidate.id || (decision === 'ACCEPT' && node.release.id === releaseId && readFragment(Candidate_candidate, node).platform === candidate.platform);
  let gone = 0;
  const pages = queue.pages.map((page) => {
    const nodes = page.nodes.filter((node) => !isOver(node));
    gone += page.nodes.length - nodes.length;
    return { ...page, nodes };
  });
  return { ...queue, pages: pages.map((page) => ({ ...page, totalCount: Math.max(0, page.totalCount - gone) })) };
}
