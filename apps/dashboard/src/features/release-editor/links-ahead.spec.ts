import { describe, expect, it } from '@jest/globals';
import { ahead } from './links-ahead.js';
import type { EditedRelease } from './release-query.js';

type Link = EditedRelease['destinations'][number];
const links = (...ids: string[]) => ids.map((id) => ({ id }) as Link);
const idsOf = (shown: readonly Link[]) => shown.map(({ id }) => id);

describe('links one step ahead of the server', () => {
  it('keep a new order over an answer that knows only the old one', () => {
    expect(idsOf(ahead(links('spotify', 'deezer', 'tidal'), [{ kind: 'order', ids: ['deezer', 'spotify', 'tidal'] }]))).toEqual(['deezer', 'spotify', 'tidal']);
  });

  it('take one change after the other', () => {
    const changes = [{ kind: 'order', ids: ['deezer', 'spotify', 'tidal'] }, { kind: 'remove', id: 'spotify' }, { kind: 'order', ids: ['tidal', 'deezer'] }] as const;
    expect(idsOf(ahead(links('spotify', 'deezer', 'tidal'), changes))).toEqual(['tidal', 'deezer']);
  });

  it('show at the end what somebody added meanwhile, and nothing that is gone', () => {
    expect(idsOf(ahead(links('spotify', 'qobuz', 'deezer'), [{ kind: 'order', ids: ['tidal', 'deezer', 'spotify'] }]))).toEqual(['deezer', 'spotify', 'qobuz']);
  });
});
