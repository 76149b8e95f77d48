import { cleanText, titleLength, type CaptureEvent, type ReminderEvent } from '@lynkify/domain';
import type { Transaction } from '../database/database.js';

/** The fan of this address, locked. Who comes again keeps what is known of them, their first source too; only what is empty is filled. */
export async function saveFan(tx: Transaction, workspaceId: string, met: CaptureEvent | ReminderEvent): Promise<{ id: string; email: string }> {
  const name = met.kind === 'capture' ? [...cleanText(met.name ?? '')].slice(0, titleLength.max).join('') : '';
  const [row]: { id: string; email: string }[] = await tx.query(
    `insert into fans as known (workspace_id, email, name, country, city, locale, source_artist_id, source_release_id, source_path, source_channel, source_referrer, source_utm, joined_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, least($13::timestamptz, now()))
     on conflict on constraint fans_email_key do update set
       name = case when known.name = '' then excluded.name else known.name end,
       country = coalesce(known.country, excluded.country),
       city = coalesce(known.city, excluded.city),
       locale = coalesce(known.locale, excluded.locale)
     returning id, email`,
    [workspaceId, met.email, name, met.country, met.city, met.locale || null, met.artistId, met.releaseId, met.path, met.channel, met.referrerHost, met.utm ? JSON.stringify(met.utm) : null, met.at],
  );
  if (!row) throw new Error('the fan was not stored');
  return row;
}
