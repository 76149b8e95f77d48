import { describe, expect, it } from '@jest/globals';
import type { InfiniteData } from '@tanstack/react-query';
import { afterDecision } from './after-decision.js';

/** What of a page the cache looks at. */
const page = (...nodes: [id: string, releaseId: string, platform: string][]) => ({ totalCount: 60, nodes: nodes.map(([id, releaseId, platform]) => ({ id, platform, release: { id: releaseId } })) });
type Page = ReturnType<typeof page>;
const queue: InfiniteData<Page> = { pageParams: [null, 'x'], pages: [page(['a', 'one', 'spotify'], ['b', 'one', 'tidal'], ['c', 'two', 'spotify']), page(['d', 'one', 'spotify'], ['e', 'three', 'deezer'])] };
const left = (decided: InfiniteData<Page>) => [decided.pages.map(({ nodes }) => nodes.map(({ id }) => id)), decided.pages[0]?.totalCount];

describe('the loaded part of the queue', () => {
  it('loses what was turned down and nothing else', () => {
    expect(left(afterDecision(queue, { candidate: { id: 'a', platform: 'spotify' }, decision: 'REJECT', releaseId: 'one' }))).toEqual([[['b', 'c'], ['d', 'e']], 59]);
  });

  it('loses with what was taken the other links of that platform for that release', () => {
    expect(left(afterDecision(queue, { candidate: { id: 'a', platform: 'spotify' }, decision: 'ACCEPT', releaseId: 'one' }))).toEqual([[['b', 'c'], ['e']], 58]);
  });
});
