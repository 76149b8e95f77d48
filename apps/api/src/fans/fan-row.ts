import { newsByEmail } from '../consents/consents.service.js';

/** A fan as it is read: the row with the names of where they were first met. */
export interface FanRow {
  id: string;
  email: string;
  name: string;
  country: string | null;
  city: string | null;
  locale: string | null;
  source_artist_id: string | null;
  source_release_id: string | null;
  source_path: string;
  source_channel: string | null;
  source_referrer: string | null;
  source_campaign: string | null;
  joined_at: Date;
  verified_at: Date | null;
  unsubscribed_at: Date | null;
  /** They asked for reminders and never agreed to news. */
  reminder_only: boolean;
  artist_name: string | null;
  release_title: string | null;
}

/** Reads FanRows of `fans as f`; a condition and an order follow. */
export const selectFans = `
  select f.id, f.email, f.name, f.country, f.city, f.locale, f.source_artist_id, f.source_release_id, f.source_path, f.source_channel,
    f.source_referrer, f.source_utm->>'campaign' as source_campaign, f.joined_at, f.verified_at, f.unsubscribed_at,
    a.name as artist_name, r.title as release_title,
    exists (select from reminders m where m.workspace_id = f.workspace_id and m.fan_id = f.id)
      and not exists (select from consents c where c.workspace_id = f.workspace_id and c.fan_id = f.id and c.purpose = '${newsByEmail}') as reminder_only
  from fans f
  left join artists a on a.workspace_id = f.workspace_id and a.id = f.source_artist_id
  left join releases r on r.workspace_id = f.workspace_id and r.id = f.source_release_id`;
