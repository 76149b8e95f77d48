import { describe, expect, it } from '@jest/globals';
import { csvPath, isFiltered, readFansSearch, withFilter } from './fans-search.js';

const releaseId = '019a5f2e-7c1b-7a3d-9b0f-1c2d3e4f5a6b';

describe('filters in the address', () => {
  it('are read back as they were written', () => {
    const search = { search: 'anna', verified: false, unsubscribed: true, releaseId, channel: 'instagram-bio', country: 'DE', joinedFrom: '2026-11-01', joinedTo: '2026-11-22' };
    expect(readFansSearch(search)).toEqual(search);
  });

  it('leave out what nobody understands', () => {
    expect(readFansSearch({ search: '  ', verified: 'perhaps', releaseId: "1' or '1'='1", channel: 'Instagram Bio', country: 'Germany', joinedFrom: '2026-02-30', other: 1 })).toEqual({});
  });

  it('take digits for a search text', () => {
    expect(readFansSearch({ search: 2026 })).toEqual({ search: '2026' });
  });

  it('turn days around that stand the wrong way', () => {
    expect(readFansSearch({ joinedFrom: '2026-11-22', joinedTo: '2026-11-01' })).toEqual({ joinedFrom: '2026-11-01', joinedTo: '2026-11-22' });
    expect(readFansSearch({ joinedTo: '2026-11-01' })).toEqual({ joinedTo: '2026-11-01' });
  });

  it('leave the address when they are cleared', () => {
    expect(withFilter({ country: 'DE', search: 'a' }, { country: undefined })).toEqual({ search: 'a' });
    expect(withFilter({ search: 'a' }, { search: '' })).toEqual({});
  });

  it('count as filters only when something is set', () => {
    expect(isFiltered({})).toBe(false);
    expect(isFiltered({ verified: undefined })).toBe(false);
    expect(isFiltered({ verified: false })).toBe(true);
  });
});

describe('the CSV', () => {
  it('has the same filters as the list', () => {
    expect(csvPath({})).toBe('/v1/fans.csv');
    expect(csvPath({ search: 'a&b=c', verified: false, country: 'DE' })).toBe('/v1/fans.csv?search=a%26b%3Dc&verified=false&country=DE');
  });
});
