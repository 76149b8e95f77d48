import { describe, expect, it } from '@jest/globals';
import { defaultCaptureForm, parseCaptureForm } from './capture-form.js';

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
});
