import { describe, expect, it } from '@jest/globals';
import { groupCandidates } from './candidate-groups.js';

const said = { service: 'musicbrainz', title: 'Zebra', artist: 'Beach House', releaseDate: null, reasons: ['The title is the same.'] };
const link = (platform: string, more: Partial<typeof said> = {}, releaseId = 'one') => ({ platform, releaseId, candidate: { ...said, ...more } });
const groups = (...links: ReturnType<typeof link>[]) => groupCandidates(links, (each) => each).map((group) => group.map(({ platform }) => platform));

describe('matches that are said the same of', () => {
  it('stand together when they follow one another', () => {
    expect(groups(link('spotify'), link('tidal'), link('deezer', { service: 'deezer' }))).toEqual([['spotify', 'tidal'], ['deezer']]);
  });

  it('do not when another reason, another release or another match comes between', () => {
    expect(groups(link('spotify'), link('tidal', { reasons: ['The title is another one.'] }))).toEqual([['spotify'], ['tidal']]);
    expect(groups(link('spotify'), link('spotify', {}, 'two'))).toEqual([['spotify'], ['spotify']]);
    expect(groups(link('spotify'), link('deezer', { title: 'Zebras' }), link('tidal'))).toEqual([['spotify'], ['deezer'], ['tidal']]);
  });

  it('keep their order, and none is lost', () => {
    expect(groups()).toEqual([]);
    expect(groups(link('a'), link('b'), link('c', {}, 'two'), link('d', {}, 'two')).flat()).toEqual(['a', 'b', 'c', 'd']);
  });
});
