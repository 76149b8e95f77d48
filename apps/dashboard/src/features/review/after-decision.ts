import type { InfiniteData } from '@tanstack/react-query';
import type { Decision } from './candidate-actions.js';
import type { Candidate } from './candidate.js';

/** What of a page of the queue tells which of its matches a decision was about. */
interface LoadedPage {
  totalCount: number;
  nodes: readonly { id: string; platform: string; release: { id: string } }[];
}

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
export function afterDecision<Page extends LoadedPage>(queue: InfiniteData<Page>, { candidate, decision, releaseId }: Made): InfiniteData<Page> {
  const isOver = ({ id, platform, release }: Page['nodes'][number]) => id === candidate.id || (decision === 'ACCEPT' && release.id === releaseId && platform === candidate.platform);
  let gone = 0;
  const pages = queue.pages.map((page) => {
    const nodes = page.nodes.filter((node) => !isOver(node));
    gone += page.nodes.length - nodes.length;
    return { ...page, nodes };
  });
  return { ...queue, pages: pages.map((page) => ({ ...page, totalCount: Math.max(0, page.totalCount - gone) })) };
}
