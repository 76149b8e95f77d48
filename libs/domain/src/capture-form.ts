import { captureFormWords } from './capture-form-words.js';
import type { Language } from './languages.js';
import type { CaptureForm } from './published-page.js';
import { languageOfText } from './text-language.js';
import { cleanText, codePoints } from './text.js';
import { refuse, type Refusal, type Result } from './result.js';

export type CaptureFormRefusal = 'CAPTURE_TITLE_INVALID' | 'CONSENT_TEXT_INVALID';

/** Most code points of a capture form's texts. */
export const captureFormLimits = { title: 120, consentText: 600 } as const;

/** The form that a new page starts with. Its wording says precisely who will write, about what, and that it can be ended. */
export function defaultCaptureForm(artistName: string, language: Language = 'en'): CaptureForm {
  const { title, consentText } = captureFormWords[language];
  return { title, consentText: consentText(artistName), version: 1, askName: false };
}

/** A capture form as a fan reads it. */
export interface CaptureFormWords {
  title: string;
  consentText: string;
  /** Which of the two the artist wrote, with its language where the text tells it; null: it is in the language asked for. */
  written: { title: Language | 'unknown' | null; consentText: Language | 'unknown' | null };
}

/**
 * The words of a capture form in a fan's language: each as the artist wrote it, or where they kept the one that every form
 * starts with, that one in the language.
 */
export function captureFormIn(capture: CaptureForm, artistName: string, language: Language): CaptureFormWords {
  const kept = defaultCaptureForm(artistName);
  const own = defaultCaptureForm(artistName, language);
  const keptTitle = capture.title === kept.title;
  const keptConsent = capture.consentText === kept.consentText;
  // A heading is too short to tell by itself what it is written in.
  const writtenIn = keptTitle && keptConsent ? null : (languageOfText(`${keptTitle ? '' : capture.title} ${keptConsent ? '' : capture.consentText}`) ?? 'unknown');
  return {
    title: keptTitle ? own.title : capture.title,
    consentText: keptConsent ? own.consentText : capture.consentText,
    written: { title: keptTitle ? null : writtenIn, consentText: keptConsent ? null : writtenIn },
  };
}

/**
 * A capture form as it was typed. Its version goes up when the wording or the fields differ from `previous`, so that a
 * consent record always names the exact form that was agreed to.
 */
export function parseCaptureForm(typed: { title: string; consentText: string; askName: boolean }, previous: CaptureForm | null): Result<CaptureForm, CaptureFormRefusal> {
  const title = cleanText(typed.title);
  const consentText = cleanText(typed.consentText);
  const errors: Refusal<CaptureFormRefusal>[] = [
    ...lengthRefusal('CAPTURE_TITLE_INVALID', 'title', title, captureFormLimits.title, 'Give the form a heading, like “Get the next one first”.'),
    ...lengthRefusal('CONSENT_TEXT_INVALID', 'consentText', consentText, captureFormLimits.consentText, 'Write the sentence that fans agree to: who writes to them, about what, and that they can unsubscribe.'),
  ];
  if (errors.length > 0) return { ok: false, errors };
  const same = previous !== null && previous.title === title && previous.consentText === consentText && previous.askName === typed.askName;
  const version = previous === null ? 1 : same ? previous.version : previous.version + 1;
  return { ok: true, value: { title, consentText, version, askName: typed.askName } };
}

function lengthRefusal(code: CaptureFormRefusal, field: string, text: string, max: number, whenEmpty: string): Refusal<CaptureFormRefusal>[] {
  const length = codePoints(text);
  if (length === 0) return refuse(code, [field], whenEmpty).errors;
  return length > max ? refuse(code, [field], `This has ${length} characters; at most ${max} fit.`).errors : [];
}
