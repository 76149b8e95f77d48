/** A reminder, as it is stored. */
export interface ReminderRow {
  id: string;
  release_id: string;
  fan_id: string;
  consent_id: string;
  platform: string | null;
  locale: string;
  path: string;
  asked_at: Date;
  expires_at: Date;
  mail_count: number;
  mail_ordered_at: Date | null;
  confirmed_at: Date | null;
  cancelled_at: Date | null;
  sent_at: Date | null;
}

/** Days that the link in the confirmation mail is good for, mails about one reminder, minutes between two of them. */
export const reminderLimits = { days: 30, mails: 3, pauseMinutes: 10 } as const;
