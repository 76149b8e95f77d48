import type { CaptureForm } from '@lynkify/domain';
import type { FormErrorCode, PageFacts, SignupView } from './page-view.js';
import type { Strings } from './strings/strings.js';

/** The capture form with what was typed into it and what is wrong with it. */
export function signupView(capture: CaptureForm, action: string, facts: PageFacts, words: Strings): SignupView {
  const { startedToken = '', values = {}, errors = {} } = facts.form ?? {};
  const say = (code: FormErrorCode | undefined) => (code ? words.signup.errors[code] : null);
  return {
    action,
    title: capture.title,
    consentText: capture.consentText,
    askName: capture.askName,
    startedToken,
    values: { email: values.email ?? '', name: values.name ?? '', consent: values.consent ?? false },
    errors: { email: say(errors.email), name: say(errors.name), consent: say(errors.consent), form: say(errors.form) },
  };
}
