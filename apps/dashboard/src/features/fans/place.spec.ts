import { describe, expect, it } from '@jest/globals';
import { languageName, placeOf } from './place.js';

describe('where a fan is', () => {
  it('is said as far as it is known', () => {
    expect(placeOf({ city: 'Berlin', country: 'DE' })).toBe('Berlin, Germany');
    expect(placeOf({ city: null, country: 'JP' })).toBe('Japan');
    expect(placeOf({ city: null, country: null })).toBeNull();
  });

  it('is said by the code when the country has no name', () => {
    expect(placeOf({ city: null, country: 'unknown' })).toBe('unknown');
  });
});

describe('the language of a fan', () => {
  it('has its name, and stands for itself when it has none', () => {
    expect(languageName('de')).toBe('German');
    expect(languageName('not a tag')).toBe('not a tag');
  });
});
