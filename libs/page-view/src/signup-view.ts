import { captureFormIn, languageOf, type CaptureForm, type Language } from '@lynkify/domain';
import type { FormErrorCode, PageFacts, SignupView } from './page-view.js';
import { strings } from './strings/strings.js';

/** What tells one wording from another: FNV-1a of 32 bits over its characters, enough to see that it changed. */
export function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** The exact words of a capture form that a fan was shown, and the language of the page around them. */
export interface ShownForm {
  language: Language;
  consentText: string;
}

/** The hidden field `shown`: the language of the page and which words the form had. */
function shownStamp({ title, consentText }: { title: string; consentText: string }, language: Language): string {
  return `${language}.${digest(`${title}\n${consentText}`)}`;
}

/**
 * The words that a form was sent with, by its field `shown`. Null when the page has others by now: nobody agrees to words
 * that they have not read. A form without the field was drawn before there was one, in English.
 */
export function readShownForm(stamp: string | null, capture: CaptureForm, artistName: string): ShownForm | null {
  const language = stamp === null ? 'en' : languageOf(stamp.split('.', 1)[0]);
  if (language === null) return null;
  const words = captureFormIn(capture, artistName, language);
  if (stamp !== null && stamp !== shownStamp(words, language)) return null;
  return { language, consentText: words.consentText };
}

/** The capture form with what was typed into it and what is wrong with it. */
export function signupView(capture: CaptureForm, artistName: string, action: string, facts: PageFacts): SignupView {
  const { startedToken = '', values = {}, errors = {} } = facts.form ?? {};
  const language = languageOf(facts.locale) ?? 'en';
  const words = strings(language).signup;
  const say = (code: FormErrorCode | undefined) => (code ? words.errors[code] : null);
  const { title, consentText, written } = captureFormIn(capture, artistName, language);
  const langOf = (wrote: Language | 'unknown' | null) => (wrote === null || wrote === language ? null : wrote === 'unknown' ? '' : wrote);
  return {
    action,
    title,
    consentText,
    lang: { title: langOf(written.title), consentText: langOf(written.consentText) },
    shown: shownStamp({ title, consentText }, language),
    askName: capture.askName,
    startedToken,
    values: { email: values.email ?? '', name: values.name ?? '', consent: values.consent ?? false },
    errors: { email: say(errors.email), name: say(errors.name), consent: say(errors.consent), form: say(errors.form) },
  };
}
