import { describe, expect, it } from '@jest/globals';
import { parseTheme } from './page-theme.js';
import { defaultTheme } from './published-page.js';

describe('a theme', () => {
  it('keeps what is left out', () => {
    expect(parseTheme({}, defaultTheme)).toEqual({ ok: true, value: defaultTheme });
    expect(parseTheme({ appearance: 'dark', credit: false }, { ...defaultTheme, accent: '#112233' })).toEqual({ ok: true, value: { appearance: 'dark', accent: '#112233', buttons: 'rounded', credit: false } });
  });

  it('takes an accent in six digits, and none for the artwork’s own colours', () => {
    expect(parseTheme({ accent: '#E5482D' }, defaultTheme)).toMatchObject({ value: { accent: '#e5482d' } });
    expect(parseTheme({ accent: null }, { ...defaultTheme, accent: '#e5482d' })).toMatchObject({ value: { accent: null } });
  });

  it('refuses everything that could not be shown, all at once', () => {
    const result = parseTheme({ appearance: 'loud', buttons: 'star', accent: 'red;background:url(x)' }, defaultTheme);
    expect(result.ok ? [] : result.errors.map(({ path }) => path)).toEqual([['appearance'], ['buttons'], ['accent']]);
  });
});
