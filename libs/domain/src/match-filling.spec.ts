import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { factSources, fillFromMatch, type FieldOrigins, type ReleaseFacts } from './match-filling.js';

const nothing: ReleaseFacts = { title: '', artistCredit: '', type: 'single', releaseDate: null, upc: null, label: '', tracks: [] };
const facts = (more: Partial<ReleaseFacts> = {}): ReleaseFacts => ({ title: 'Discovery', artistCredit: '', type: 'album', releaseDate: '2001-03-07', upc: '724384960650', label: 'Virgin', tracks: [{ title: 'One More Time', isrc: null, durationMs: 320_000 }], ...more });

describe('what a match fills in', () => {
  it('is what is empty or stands there by default, and says whose word it is', () => {
    const { values, origins } = fillFromMatch({ ...nothing, title: 'Untitled release' }, { title: 'default', type: 'default' }, [{ source: 'deezer', facts: facts() }]);
    expect(values).toEqual({ title: 'Discovery', type: 'album', releaseDate: '2001-03-07', upc: '724384960650', label: 'Virgin', tracks: facts().tracks });
    expect(origins).toEqual({ title: 'deezer', artistCredit: 'deezer', type: 'deezer', releaseDate: 'deezer', upc: 'deezer', label: 'deezer', tracks: 'deezer' });
  });

  it('leaves what was there before anybody noted whose it is, and what a person cleared', () => {
    expect(fillFromMatch({ ...nothing, title: 'Mine' }, {}, [{ source: 'deezer', facts: facts() }]).values).not.toHaveProperty('title');
    expect(fillFromMatch(nothing, { upc: 'typed', releaseDate: 'typed' }, [{ source: 'deezer', facts: facts() }]).values).not.toHaveProperty('upc');
  });

  it('takes each field from the best service that says it, ISRCs from whoever has the same recordings', () => {
    const isrcs = [{ title: 'One more time', isrc: 'GBDUW0000053', durationMs: null }];
    const { values, origins } = fillFromMatch(nothing, {}, [{ source: 'musicbrainz', facts: facts({ title: 'Discovery!', tracks: isrcs }) }, { source: 'itunes', facts: facts({ upc: null }) }]);
    expect(values).toMatchObject({ title: 'Discovery', upc: '724384960650', tracks: [{ title: 'One More Time', isrc: 'GBDUW0000053', durationMs: 320_000 }] });
    expect(origins).toMatchObject({ title: 'itunes', upc: 'musicbrainz', tracks: 'itunes' });
  });

  it('never goes over what a person typed, in any order of typing and answering, and ends the same in every order', () => {
    const scalar = fc.constantFrom('title', 'artistCredit', 'releaseDate', 'upc') as fc.Arbitrary<'title' | 'artistCredit' | 'releaseDate' | 'upc'>;
    const answers = fc.record({
      source: fc.constantFrom(...factSources),
      facts: fc.record({ title: fc.constantFrom('', 'A', 'B'), artistCredit: fc.constantFrom('', 'X & Y'), type: fc.constantFrom(null, 'album' as const, 'ep' as const), releaseDate: fc.constantFrom(null, '2001-03-07', '2002-01-01'), upc: fc.constantFrom(null, '724384960650'), label: fc.constantFrom('', 'Virgin'), tracks: fc.constantFrom([], [{ title: 'T', isrc: null, durationMs: 1 }], [{ title: 't', isrc: 'GBDUW0000053', durationMs: null }], [{ title: 'T', isrc: null, durationMs: null }, { title: 'U', isrc: null, durationMs: null }]) }),
    });
    const acts = fc.record({ typed: fc.array(fc.record({ field: scalar, value: fc.constantFrom('typed', null) }), { maxLength: 4 }), said: fc.uniqueArray(answers, { selector: ({ source }) => source, maxLength: 6 }), seeds: fc.array(fc.nat(), { minLength: 12, maxLength: 12 }) });

    const play = (typed: readonly { field: 'title' | 'artistCredit' | 'releaseDate' | 'upc'; value: string | null }[], said: readonly { source: string; facts: ReleaseFacts }[], seeds: readonly number[]) => {
      let release: ReleaseFacts = { ...nothing };
      let origins: FieldOrigins = { title: 'default', type: 'default' };
      const [people, services] = [[...typed], [...said]];
      const known: { source: string; facts: ReleaseFacts }[] = [];
      for (let turn = 0; people.length + services.length > 0; turn += 1) {
        const typing = services.length === 0 || (people.length > 0 && (seeds[turn % 12] ?? 0) % 2 === 0);
        if (typing) {
          const act = people.shift();
          if (act) release = { ...release, [act.field]: act.value ?? (act.field === 'title' || act.field === 'artistCredit' ? '' : null) };
          if (act) origins = { ...origins, [act.field]: 'typed' };
        } else {
          known.push(...services.splice((seeds[turn % 12] ?? 0) % services.length, 1));
          const filling = fillFromMatch(release, origins, known);
          release = { ...release, ...filling.values };
          origins = { ...origins, ...filling.origins };
        }
      }
      return { release, origins };
    };

    fc.assert(
      fc.property(acts, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), ({ typed, said, seeds }, otherSeeds) => {
        const one = play(typed, said, seeds);
        for (const { field, value } of new Map(typed.map((act) => [act.field, act])).values()) {
          expect([field, one.release[field]]).toEqual([field, value ?? (field === 'title' || field === 'artistCredit' ? '' : null)]);
          expect(one.origins[field]).toBe('typed');
        }
        expect(play(typed, said, otherSeeds)).toEqual(one);
        const again = fillFromMatch(one.release, one.origins, said);
        expect(again).toEqual({ values: {}, origins: {} });
      }),
      { numRuns: 2_000 },
    );
  });
});
