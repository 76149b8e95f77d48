import type { ReminderForm, SmartLinkDocument } from '@lynkify/domain';
import type { FormErrorCode, PageFacts, ReminderView } from './page-view.js';
import { strings, type Strings } from './strings/strings.js';

/** The sentence that a fan agrees to by asking: the artist's own, or ours in the language of the page. */
export function reminderConsent({ release }: Pick<SmartLinkDocument, 'release'>, reminder: ReminderForm, locale: string): string {
  return reminder.consentText || strings(locale).reminder.consent({ title: release.title, artist: release.artistCredit });
}

/** The form that asks for a mail on release day, with what was typed into it and what is wrong with it. */
export function reminderView(document: SmartLinkDocument, reminder: ReminderForm, facts: PageFacts, words: Strings): ReminderView {
  const { artist, release } = document;
  const { startedToken = '', values = {}, errors = {} } = facts.form ?? {};
  const say = (code: FormErrorCode | undefined) => (code ? words.signup.errors[code] : null);
  return {
    action: `/${artist.handle}/${release.slug}/remind`,
    title: words.reminder.title,
    consentText: reminderConsent(document, reminder, facts.locale),
    startedToken,
    email: values.email ?? '',
    errors: { email: say(errors.email), form: say(errors.form) },
  };
}
