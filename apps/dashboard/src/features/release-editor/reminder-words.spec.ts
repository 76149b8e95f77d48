import { describe, expect, it } from '@jest/globals';
import { reminderCountWords, reminderLead } from './reminder-words.js';

describe('reminders in words', () => {
  it('say how many asked, confirmed and were written to', () => {
    expect(reminderCountWords({ asked: 0, confirmed: 0, sent: 0, refused: 0 })).toBe('Nobody has asked yet.');
    expect(reminderCountWords({ asked: 1, confirmed: 0, sent: 0, refused: 0 })).toBe('1 fan asked, 0 confirmed.');
    expect(reminderCountWords({ asked: 1200, confirmed: 900, sent: 899, refused: 1 })).toBe('1,200 fans asked, 900 confirmed, 899 got the mail, 1 could not be delivered.');
  });

  it('say what the switch means before the release, after it and without a date', () => {
    const now = Date.parse('2026-11-22T12:00:00Z');
    expect(reminderLead(true, '2026-11-27T00:00:00Z', now)).toContain('offers one email');
    expect(reminderLead(true, '2026-11-20T00:00:00Z', now)).toContain('is out');
    expect(reminderLead(true, null, now)).toContain('With a release date');
  });
});
