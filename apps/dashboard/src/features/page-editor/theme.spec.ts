import { describe, expect, it } from '@jest/globals';
import { defaultTheme, lookIds, looks, wholeTheme } from '@lynkify/domain';
import { accentNote, groundNote } from './look-notes.js';
import { themeInput, themeOf } from './theme.js';

describe('a theme', () => {
  it('comes back from the API as it was sent', () => {
    for (const look of lookIds) {
      const theme = { ...wholeTheme(defaultTheme), look, ...looks[look], accent: '#112233', ground: '#f4e9d8', credit: false };
      expect(themeOf(themeInput(theme))).toEqual(theme);
    }
    expect(themeInput(defaultTheme)).toMatchObject({ look: 'SLEEVE', weight: 'QUIET', font: 'SYSTEM', background: 'TINT' });
  });

  it('says while a colour is chosen how readable it is', () => {
    const of = { background: 'colour' as const, accent: null };
    const [, ratio] = /have ([\d.]+) to 1/u.exec(groundNote({ ...of, ground: '#ffff00' }, null)) ?? [];
    expect(Number(ratio)).toBeGreaterThanOrEqual(4.5);
    expect(groundNote({ ...of, ground: 'red' }, null)).toBe('Written as # and six digits, like #e5482d.');
    expect(groundNote({ ...of, background: 'plain', ground: '#ffff00' }, null)).toMatch(/no colour/u);
    expect(accentNote('#e5482d', null)).toMatch(/to 1|shifted/u);
  });
});
