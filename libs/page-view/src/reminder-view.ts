import { languageOf, type Language, type ReminderForm, type SmartLinkDocument } from '@lynkify/domain';
import type { FormErrorCode, PageFacts, ReminderView } from './page-view.js';
import { digest, type ShownForm } from './signup-view.js';
import { strings, type Strings } from './strings/strings.js';

type Asking = Pick<SmartLinkDocument, 'release'>;

/** The sentence that a fan agrees to by asking: the artist's own, or ours in the language of the page. */
function consentOf({ release }: Asking, reminder: ReminderForm, language: Language): string {
  return reminder.consentText || strings(language).reminder.consent({ title: release.title, artist: release.artistCredit });
}

/** The hidden field `shown`, as in the capture form. */
function shownStamp(consentText: string, language: Language): string {
  return `${language}.${digest(consentText)}`;
}

/** The words that a reminder was asked for with, by its field `shown`. Null when the page has others by now. */
export function readShownReminder(stamp: string | null, document: Asking, reminder: ReminderForm): ShownForm | null {
  const language = languageOf(stamp?.split('.', 1)[0]);
  if (language === null) return null;
  const consentText = consentOf(document, reminder, language);
  return stamp === shownStamp(consentText, language) ? { language, consentText } : null;
}

/** The form that asks for a mail on release day, with what was typed into it and what is wrong with it. */
export function reminderView(document: SmartLinkDocument, reminder: ReminderForm, facts: PageFacts, words: Strings): ReminderView {
  const { artist, release } = document;
  const { startedToken = '', values = {}, errors = {} } = facts.form ?? {};
  const language = languageOf(facts.locale) ?? 'en';
  const consentText = consentOf(document, reminder, language);
  const say = (code: FormErrorCode | undefined) => (code ? words.signup.errors[code] : null);
  return {
    action: `/${artist.handle}/${release.slug}/remind`,
    title: words.reminder.title,
    consentText,
    shown: shownStamp(consentText, language),
    startedToken,
    email: values.email ?? '',
    errors: { email: say(errors.email), form: say(errors.form) },
  };
}
