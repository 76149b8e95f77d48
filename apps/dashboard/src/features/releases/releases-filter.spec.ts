import { describe, expect, it } from '@jest/globals';
import { readReleasesFilter } from './releases-filter.js';

describe('the filter in the address of the releases', () => {
  it('is read as it was written', () => {
    expect(readReleasesFilter({ search: 'night', status: 'PUBLISHED', everyone: true })).toEqual({ search: 'night', status: 'PUBLISHED', everyone: true });
  });

  it('takes a search for digits, which the router reads as a number', () => {
    expect(readReleasesFilter({ search: 1989 })).toEqual({ search: '1989' });
  });

  it.each([{}, { search: '  ' }, { status: 'published' }, { status: ['DRAFT'] }, { everyone: 'yes' }, { search: { a: 1 } }])('leaves out what means nothing: %p', (search) => {
    expect(readReleasesFilter(search)).toEqual({});
  });
});
