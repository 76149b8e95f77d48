import { describe, expect, it } from '@jest/globals';
import { defaultReminder, longestReminderText, parseReminder, reminderForm } from './reminder-settings.js';

describe('reminders of a release', () => {
  it('are offered from the start, in our words', () => {
    expect(reminderForm(defaultReminder)).toEqual({ consentText: '', version: 1 });
    expect(reminderForm({ ...defaultReminder, on: false })).toBeNull();
  });

  it('go up in version with the sentence, and with nothing else', () => {
    const own = parseReminder({ consentText: '  One mail   on the day. ' }, defaultReminder);
    expect(own).toEqual({ ok: true, value: { on: true, consentText: 'One mail on the day.', version: 2 } });
    if (own.ok) expect(parseReminder({ on: false, consentText: 'One mail on the day.' }, own.value)).toEqual({ ok: true, value: { on: false, consentText: 'One mail on the day.', version: 2 } });
    expect(parseReminder({ consentText: '' }, { on: true, consentText: 'Mine.', version: 2 })).toMatchObject({ value: { consentText: '', version: 3 } });
    expect(parseReminder({}, defaultReminder)).toEqual({ ok: true, value: defaultReminder });
  });

  it('have a sentence that fits', () => {
    expect(parseReminder({ consentText: 'x'.repeat(longestReminderText + 1) }, defaultReminder)).toMatchObject({ ok: false, errors: [{ code: 'REMINDER_TEXT_TOO_LONG', path: ['consentText'] }] });
  });
});
