import { describe, expect, it } from '@jest/globals';
import { rosterMatches } from './roster.js';

const roster = [
  { name: 'The Smile', handle: 'the-smile' },
  { name: 'Björk', handle: 'bjork' },
  { name: 'Sigur Rós', handle: 'sigur-ros' },
  { name: 'Smashing Pumpkins', handle: 'pumpkins' },
];
const names = (search: string) => rosterMatches(roster, search).map(({ name }) => name);

describe('the search of a roster', () => {
  it('shows everyone while nothing is typed', () => {
    expect(names('  ')).toEqual(roster.map(({ name }) => name));
  });

  it('finds a name without its accents', () => {
    expect(names('bjo')).toEqual(['Björk']);
    expect(names('ROS')).toEqual(['Sigur Rós']);
  });

  it('finds a handle, with or without its @', () => {
    expect(names('@pump')).toEqual(['Smashing Pumpkins']);
  });

  it('puts the names that start so first', () => {
    expect(names('sm')).toEqual(['Smashing Pumpkins', 'The Smile']);
  });
});
