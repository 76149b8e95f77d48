import { describe, expect, it } from '@jest/globals';
import { lookIds, looks, parseTheme, wholeTheme } from './page-theme.js';
import { defaultTheme, type PageTheme } from './published-page.js';

/** As themes were stored before there were looks. */
const early: PageTheme = { appearance: 'dark', accent: '#112233', buttons: 'pill', credit: false };

describe('a theme', () => {
  it('keeps what is left out', () => {
    for (const theme of [defaultTheme, early, wholeTheme(early)]) expect(parseTheme({ look: 'sleeve', appearance: theme.appearance }, theme)).toEqual({ ok: true, value: theme });
    expect(parseTheme({ appearance: 'dark', credit: false }, { ...defaultTheme, accent: '#112233' })).toMatchObject({ ok: true, value: { appearance: 'dark', accent: '#112233', buttons: 'rounded', credit: false } });
  });

  it('takes an accent and a ground in six digits, and none for the artwork’s own colours', () => {
    expect(parseTheme({ accent: '#E5482D', ground: '#F4E9D8' }, defaultTheme)).toMatchObject({ value: { accent: '#e5482d', ground: '#f4e9d8' } });
    expect(parseTheme({ accent: null, ground: null }, { ...defaultTheme, accent: '#e5482d', ground: '#f4e9d8' })).toMatchObject({ value: { accent: null, ground: null } });
  });

  it('refuses everything that could not be shown, all at once', () => {
    const result = parseTheme({ appearance: 'loud', look: 'baroque', buttons: 'star', weight: 'heavy', font: 'Comic Sans', background: 'url(x)', accent: 'red;background:url(x)', ground: 'blue' }, defaultTheme);
    expect(result.ok ? [] : result.errors.map(({ path }) => path)).toEqual([['appearance'], ['look'], ['buttons'], ['weight'], ['font'], ['background'], ['accent'], ['ground']]);
  });

  it('is the first look, with the buttons it had, where it was stored before there were others', () => {
    expect(wholeTheme(early)).toEqual({ ...early, look: 'sleeve', weight: 'quiet', font: 'system', background: 'tint', ground: null });
  });

  it.each(lookIds)('takes on everything of another look, and keeps colours, appearance and credit (%s)', (look) => {
    const changed = parseTheme({ look }, { ...wholeTheme(early), look: look === 'sleeve' ? 'tape' : 'sleeve' });
    expect(changed).toEqual({ ok: true, value: { ...early, ground: null, look, ...looks[look] } });
  });

  it('keeps what was changed of a look while the look stays, and what is chosen with a new one', () => {
    const changed = { ...wholeTheme(defaultTheme), ...looks.poster, look: 'poster' as const, font: 'serif' as const };
    expect(parseTheme({ look: 'poster', accent: '#112233' }, changed)).toMatchObject({ value: { font: 'serif', background: 'colour' } });
    expect(parseTheme({ look: 'tape', font: 'serif' }, changed)).toMatchObject({ value: { font: 'serif', background: 'frame', buttons: 'square' } });
  });
});
