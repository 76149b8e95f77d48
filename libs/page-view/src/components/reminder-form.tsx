import type { ReminderView } from '../page-view.js';
import type { Strings } from '../strings/strings.js';

/** Before the release: one address, one button, and the sentence that says what is asked for. */
export function ReminderForm({ reminder, words }: { reminder: ReminderView; words: Strings }) {
  const { errors } = reminder;
  const about = errors.email === null ? { 'aria-describedby': 'remind-consent' } : { 'aria-invalid': true as const, 'aria-describedby': 'remind-error' };
  return (
    <form className="signup remind open" id="remind" method="post" action={reminder.action} aria-labelledby="remind-title">
      <h2 id="remind-title">{reminder.title}</h2>
      <div className="field">
        <label htmlFor="remind-email">{words.signup.email}</label>
        <input id="remind-email" type="email" name="email" defaultValue={reminder.email} placeholder={words.signup.emailExample} autoComplete="email" inputMode="email" maxLength={320} required dir="ltr" autoFocus={errors.email !== null} {...about} />
      </div>
      {errors.email !== null && <p className="error" id="remind-error">{errors.email}</p>}
      {errors.form !== null && <p className="error" role="alert">{errors.form}</p>}
      <div className="unseen" aria-hidden="true">
        <label htmlFor="remind-website">{words.signup.notForYou}</label>
        <input id="remind-website" name="website" tabIndex={-1} autoComplete="off" />
      </div>
      <input type="hidden" name="t" value={reminder.startedToken} />
      <input type="hidden" name="shown" value={reminder.shown} />
      <button type="submit" className="filled">{words.reminder.remind}</button>
      <p className="quiet small" id="remind-consent" dir="auto">{reminder.consentText}</p>
    </form>
  );
}

/** A file that any calendar takes: no address to leave, no permission to give. */
export function CalendarLink({ href, words }: { href: string; words: Strings }) {
  return <p className="calendar"><a href={href} rel="nofollow">{words.reminder.calendar}</a></p>;
}
