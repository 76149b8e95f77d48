import { describe, expect, it } from '@jest/globals';
import { anyFan, appChoices, appHelps, countryChoices, factsOf, fanInWords, languageChoices } from './preview-fan.js';

describe('the fan that a preview is for', () => {
  it('may be in any country, each once and by its name', () => {
    const codes = countryChoices().map(({ value }) => value);

    expect(codes.length).toBeGreaterThan(230);
    expect(codes).toEqual(expect.arrayContaining(['DE', 'JP', 'NG', 'PS', 'TW', 'XK']));
    for (const none of ['DD', 'BU', 'EU', 'ZZ', 'UN', 'AA']) expect(codes).not.toContain(none);
    expect(countryChoices().find(({ value }) => value === 'DE')?.label).toBe('Germany');
    const names = countryChoices().map(({ label }) => label);
    expect(new Set(names).size).toBe(names.length);
  });

  it('reads one of the languages of the pages', () => {
    expect(languageChoices.map(({ value }) => value)).toContain('ar');
    expect(languageChoices.find(({ value }) => value === 'de')?.label).toBe('German');
  });

  it('may be in an app, where the page helps out of it if music apps do not open', () => {
    expect(new Set(appChoices.map(({ value }) => value)).size).toBe(appChoices.length);
    expect(factsOf({ ...anyFan, app: 'instagram iOS' }).inApp).toBe('web-dots-top-safari');
    expect(factsOf({ ...anyFan, app: 'facebook iOS' }).inApp).toBeNull();
    expect([appHelps('instagram iOS'), appHelps('facebook iOS'), appHelps(null)]).toEqual([true, false, false]);
  });

  it('has nothing opened always without a platform', () => {
    expect(factsOf({ ...anyFan, always: true })).toEqual({ platform: null, alwaysOpen: false, country: null, locale: 'en', inApp: null });
    expect(factsOf({ ...anyFan, always: true, platform: 'spotify' }).alwaysOpen).toBe(true);
  });

  it('is told in a line by what sets them apart', () => {
    expect(fanInWords(anyFan, [])).toBe('');
    expect(fanInWords({ platform: 'spotify', always: false, country: 'DE', language: 'de', app: 'tiktok Android' }, [{ value: 'spotify', label: 'Spotify' }])).toBe('Germany, German, Spotify, TikTok on Android');
  });
});
