import { describe, expect, it } from '@jest/globals';
import { captureFormIn, captureFormLimits, defaultCaptureForm, parseCaptureForm } from './capture-form.js';
import { languages } from './languages.js';
import { languageOfText } from './text-language.js';

describe('a capture form', () => {
  it('starts with a wording that says who writes, about what, and that it can be ended', () => {
    const { consentText, version } = defaultCaptureForm('Sigur Rós');
    expect(consentText).toMatch(/Sigur Rós may email me about .*unsubscribe/);
    expect(version).toBe(1);
    expect(parseCaptureForm(defaultCaptureForm('Sigur Rós'), null)).toEqual({ ok: true, value: defaultCaptureForm('Sigur Rós') });
  });

  it('goes up in version when the wording or the fields change, and only then', () => {
    const before = { ...defaultCaptureForm('Queen'), version: 7 };
    expect(parseCaptureForm({ ...before, title: ` ${before.title} ` }, before)).toMatchObject({ value: { version: 7 } });
    for (const change of [{ title: 'Join' }, { consentText: 'Queen may write.' }, { askName: true }]) expect(parseCaptureForm({ ...before, ...change }, before)).toMatchObject({ value: { version: 8 } });
  });

  it('is refused without its texts or with too long ones', () => {
    const codes = (title: string, consentText: string) => {
      const result = parseCaptureForm({ title, consentText, askName: false }, null);
      return result.ok ? [] : result.errors.map(({ code }) => code);
    };
    expect(codes(' ', '')).toEqual(['CAPTURE_TITLE_INVALID', 'CONSENT_TEXT_INVALID']);
    expect(codes('T'.repeat(121), 'C'.repeat(601))).toEqual(['CAPTURE_TITLE_INVALID', 'CONSENT_TEXT_INVALID']);
    expect(codes('😀'.repeat(120), 'C'.repeat(600))).toEqual([]);
  });

  it('is read in the fan’s language where the artist kept the words that every form starts with', () => {
    for (const language of languages) {
      const { title, consentText, written } = captureFormIn(defaultCaptureForm('Sigur Rós'), 'Sigur Rós', language);
      expect({ title, consentText }).toMatchObject({ title: defaultCaptureForm('Sigur Rós', language).title, consentText: expect.stringContaining('Sigur Rós') });
      expect(written).toEqual({ title: null, consentText: null });
      expect(languageOfText(consentText)).toBe(language);
      expect(parseCaptureForm({ title, consentText, askName: false }, null).ok).toBe(true);
      expect(consentText.length).toBeLessThan(captureFormLimits.consentText / 2);
    }
  });

  it('is read as the artist wrote it otherwise, each part for itself, with the language that it tells', () => {
    const kept = defaultCaptureForm('Queen');
    expect(captureFormIn({ ...kept, consentText: 'Ja, die Band darf mir schreiben.' }, 'Queen', 'fr')).toEqual({
      title: 'Sois au courant en premier', consentText: 'Ja, die Band darf mir schreiben.', written: { title: null, consentText: 'de' },
    });
    expect(captureFormIn({ ...kept, title: 'Hallo' }, 'Queen', 'de')).toMatchObject({ title: 'Hallo', written: { title: 'unknown', consentText: null } });
    // The words of another artist's form are nobody's default here.
    expect(captureFormIn(kept, 'Brian May', 'ja').consentText).toBe(kept.consentText);
  });

  it('tells no language where a text does not', () => {
    for (const text of ['', 'Queen', 'Hallo', 'da de', 'سلام، ما گروه هستیم', '12345']) expect(languageOfText(text)).toBeNull();
  });
});
