import { describe, expect, it } from '@jest/globals';
import { languages, type Language } from './languages.js';
import { strings } from './strings.js';

const names = ['‹A›', '‹B›', '‹C›', '‹D›'];

/** What the phrases are given that want more than names. */
const asked: Readonly<Record<string, readonly unknown[]>> = {
  'smartLink.tracks': [3],
  'smartLink.description': ['‹A›', '‹B›', ['‹C›', '‹D›'], 2],
};

function say(phrase: (...given: readonly unknown[]) => unknown, path: string): string {
  const tries = asked[path] ? [asked[path]] : [names.slice(0, phrase.length), [{ title: '‹A›', artist: '‹B›' }], [3]];
  for (const given of tries) {
    try {
      const text = phrase(...given);
      if (typeof text === 'string' && !/undefined|NaN|\[object/u.test(text)) return text;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw new Error(`Say in this test what ${path} is to be given`);
}

/** Every text of a language by where it stands. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, say(value as (...given: readonly unknown[]) => unknown, path)]];
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is no text`);
  return Object.entries(value).flatMap(([name, inner]) => texts(inner, path === '' ? name : `${path}.${name}`));
}

const english = texts(strings('en'));
const others = languages.filter((language) => language !== 'en');
const textsOf = new Map<Language, Map<string, string>>(languages.map((language) => [language, new Map(texts(strings(language)))]));

/** Every text with its English, as the list of those about which something is said. */
function those(what: (text: string, own: { language: Language; path: string; inEnglish: string }) => boolean): string[] {
  return languages.flatMap((language) => english.filter(([path, inEnglish]) => what(textsOf.get(language)?.get(path) ?? '', { language, path, inEnglish })).map(([path]) => `${language} ${path}: ${textsOf.get(language)?.get(path) ?? 'missing'}`));
}

/** Letters of Chinese, Japanese and Korean are twice as wide. */
const width = (text: string) => [...text.replace(/[\u2068\u2069]/gu, '')].reduce((sum, letter) => sum + (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}、。「」（）：]/u.test(letter) ? 2 : 1), 0);

/** What is the same in another language because it is a name, an address or a word of music everywhere. */
const sameEverywhere = /^(?:types\.(?:single|ep|album|live|mixtape|compilation)|signup\.email(?:Example)?|password\.label|inApp\.menu)$/u;
/** These write those too in their own letters. */
const ownScript: readonly Language[] = ['ja', 'ko', 'ar'];

describe('the words in every language', () => {
  it('are all there, each with the same places for names', () => {
    expect(others.map((language) => [...(textsOf.get(language)?.keys() ?? [])].sort())).toEqual(others.map(() => english.map(([path]) => path).sort()));
    expect(those((text, { inEnglish }) => names.some((name) => inEnglish.includes(name) !== text.includes(name)))).toEqual([]);
  });

  it('are translated', () => {
    expect(those((text, { language, path, inEnglish }) => language !== 'en' && text === inEnglish && (ownScript.includes(language) ? !/^(?:types\.ep|signup\.emailExample)$/u.test(path) : !sameEverywhere.test(path)))).toEqual([]);
    const script: Partial<Record<Language, RegExp>> = { ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u, ko: /\p{Script=Hangul}/u, ar: /\p{Script=Arabic}/u };
    expect(those((text, { language, path }) => !(script[language] ?? /\p{L}/u).test(text) && !sameEverywhere.test(path) && path !== 'smartLink.title')).toEqual([]);
  });

  it('fit where the English ones do', () => {
    expect(those((text, { inEnglish }) => width(text) > 1.8 * width(inEnglish) + 12)).toEqual([]);
    expect(those((text, { path }) => path.startsWith('actions.') && width(text) > 17)).toEqual([]);
    // The narrowest place of a heading of one size: 350 px in 40 px letters hold some 17 of them.
    expect(those((text, { path }) => /^messages\..*title$/u.test(path) && Math.max(...text.split(/\s/u).map((word) => word.replace(/[\u2068\u2069]/gu, '').length)) > 17)).toEqual([]);
  });

  it('are set as their language sets them', () => {
    expect(those((text) => text !== text.trim() || /["'`]|\.\.\.|—| - | {2}|[!！]|\s[.,]/u.test(text.replace(/ - ‹|› - /gu, '')))).toEqual([]);
    // French puts a space before these, at which no line may end.
    expect(those((text, { language }) => language === 'fr' && / [?!:;»]|« |\S[?;»](?!\S)/u.test(text.replace(/\u00a0[?!:;»]/gu, '')))).toEqual([]);
    expect(those((text, { language }) => language === 'es' && text.includes('?') !== text.includes('¿'))).toEqual([]);
    expect(those((text, { language }) => (language === 'de' || language === 'pl') && text.includes('“') && !text.includes('„'))).toEqual([]);
    expect(those((text, { language }) => language === 'ja' && /[,.?](?=[\s]|$)/u.test(text))).toEqual([]);
    expect(those((text, { language }) => language === 'ar' && /[,;?]/u.test(text))).toEqual([]);
  });

  it('end a sentence where the English do', () => {
    expect(those((text, { path, inEnglish }) => /[.?]$/u.test(inEnglish) !== /[.。、?؟？](?:\u2069)?$/u.test(text) && path !== 'smartLink.description')).toEqual([]);
  });
});

describe('a phrase with a number in it', () => {
  const tracks = (language: Language) => [1, 2, 3, 5, 11, 22, 1_200].map((count) => strings(language).smartLink.tracks(count));

  it('has the form that the language wants', () => {
    expect(tracks('en')).toEqual(['1 track', '2 tracks', '3 tracks', '5 tracks', '11 tracks', '22 tracks', '1,200 tracks']);
    expect(tracks('pl')).toEqual(['1 utwór', '2 utwory', '3 utwory', '5 utworów', '11 utworów', '22 utwory', '1200 utworów']);
    expect(tracks('ar')).toEqual(['مقطع واحد', 'مقطعان', '3 مقاطع', '5 مقاطع', '11 مقطعًا', '22 مقطعًا', '1,200 مقطع']);
    expect(tracks('ja')[0]).toBe('全1曲');
  });

  it('joins names as the language does', () => {
    const said = (language: Language) => strings(language).smartLink.description('Die With A Smile', 'Lady Gaga', ['Spotify', 'Deezer', 'TIDAL'], 2);
    expect(said('de')).toBe('Hör Die With A Smile von Lady Gaga auf Spotify, Deezer, TIDAL und 2 weiteren Diensten.');
    expect(said('ja')).toBe('Lady Gaga「Die With A Smile」をSpotify、Deezer、TIDAL、他2サービスで聴けます。');
    expect(said('ar')).toBe('استمع إلى \u2068Die With A Smile\u2069 – \u2068Lady Gaga\u2069 على Spotify وDeezer وTIDAL ومنصتين أخريين.');
    expect(strings('fr').smartLink.description('Die With A Smile', 'Lady Gaga', [], 0)).toBe('Écoute Die With A Smile par Lady Gaga.');
  });

  it('sets a name apart that runs the other way, and no other', () => {
    expect(strings('en').message.toArtist('فيروز (لبنان)')).toBe('To \u2068فيروز (لبنان)\u2069');
    expect(strings('ar').message.toArtist('فيروز')).not.toContain('\u2068');
    expect(strings('ar').message.toArtist('P!nk')).toContain('\u2068P!nk\u2069');
    expect(strings('ja').message.toArtist('宇多田ヒカル')).toBe('宇多田ヒカルのページへ');
  });
});
