import type { ReminderForm } from './published-page.js';
import { refuse, type Result } from './result.js';
import { cleanText, codePoints } from './text.js';

/** What an artist decides about reminders of one release. */
export interface ReminderSettings {
  /** Whether the page asks before the release. */
  on: boolean;
  /** Their own sentence beside the button; empty: ours, in the fan's language. */
  consentText: string;
  /** Goes up with every change of the sentence, so that a consent names the exact one. */
  version: number;
}

/** Every release that is announced offers it, until the artist says otherwise. */
export const defaultReminder: ReminderSettings = { on: true, consentText: '', version: 1 };

/** Most code points of the artist's own sentence. */
export const longestReminderText = 600;

/** Days after the moment of release until which its mail still goes out, e.g. because the page was down on the day. */
export const reminderDays = 30;

/** Reminders as they were typed; what is left out (undefined or null) stays. */
export function parseReminder(typed: { on?: boolean | null; consentText?: string | null }, current: ReminderSettings): Result<ReminderSettings, 'REMINDER_TEXT_TOO_LONG'> {
  const consentText = cleanText(typed.consentText ?? current.consentText);
  const length = codePoints(consentText);
  if (length > longestReminderText) return refuse('REMINDER_TEXT_TOO_LONG', ['consentText'], `This has ${length} characters; at most ${longestReminderText} fit.`);
  return { ok: true, value: { on: typed.on ?? current.on, consentText, version: consentText === current.consentText ? current.version : current.version + 1 } };
}

/** What of the settings a page has; null where it does not ask. */
export function reminderForm({ on, consentText, version }: ReminderSettings): ReminderForm | null {
  return on ? { consentText, version } : null;
}
