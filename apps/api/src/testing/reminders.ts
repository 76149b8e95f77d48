import type { ReminderEvent } from '@lynkify/domain';
import { aVisit, type Tenant } from './audience.js';
import { newRelease, publish, UpdateRelease } from './catalogue.js';
import type { TestApi } from './test-api.js';
import type { World } from './world.js';

/** A published release of the world on Spotify and Deezer, a week before it is out. */
export interface AnnouncedRelease extends Tenant {
  path: string;
  title: string;
  /** Puts the day into the draft and publishes it, as the artist does. */
  moveTo: (releaseDate: string | null) => Promise<void>;
  /** The moment that the public page names comes now: time passes, nobody publishes anything. */
  momentComes: () => Promise<void>;
}

/** `YYYY-MM-DD` so many days from now, in UTC. */
export const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export async function announce(api: TestApi, world: World, title = 'Die With A Smile'): Promise<AnnouncedRelease> {
  const artist = await world.artist();
  const release = await newRelease(world, { artistId: artist.id, title, releaseDate: dayFromNow(7) });
  await publish(world.owner, release.id);
  const path = `/${artist.handle}/${release.slug}`;
  return {
    workspaceId: world.workspaceId,
    artistId: artist.id,
    releaseId: release.id,
    handle: artist.handle,
    path,
    title,
    async moveTo(releaseDate) {
      await world.owner.run(UpdateRelease, { input: { releaseId: release.id, releaseDate } });
      await publish(world.owner, release.id);
    },
    async momentComes() {
      await api.sql(`update published_pages set document = jsonb_set(document, '{release,releasedAt}', to_jsonb(to_char(now() - interval '1 second', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) where path = $1`, [path]);
    },
  };
}

export function aReminder(place: Tenant & { path?: string }, email: string, more: Partial<ReminderEvent> = {}): ReminderEvent {
  const { kind: _, ...facts } = aVisit(place, { path: place.path ?? `/${place.handle}/some-release`, ...(more.at ? { at: more.at } : {}) });
  return { ...facts, kind: 'reminder', email, platform: null, consentText: 'You get one email when it is out, and nothing else.', formVersion: 1, locale: 'en', network: 'bmV0d29yaw', ...more };
}

/** Very many fans who confirmed a reminder, as the owner of the database. */
export async function seedReminders(api: Pick<TestApi, 'sql'>, place: Tenant & { path: string }, count: number): Promise<void> {
  await api.sql(
    `with met as (
       insert into fans (workspace_id, email, source_path, joined_at) select $1, 'reminded' || n || '-' || left($2::uuid::text, 8) || '@example.org', $3, now() from generate_series(1, $4::int) as n returning id
     ), given as (
       insert into consents (workspace_id, fan_id, subject_hash, controller_artist_id, controller_name, purpose, action, wording, wording_hash, path, method, at)
       select $1, id, '\\x00', $5, 'An artist', 'release-reminder', 'given', 'One mail.', '\\x00', $3, 'form', now() from met returning id, fan_id
     ) insert into reminders (workspace_id, release_id, fan_id, consent_id, locale, path, asked_at, expires_at, confirmed_at)
       select $1, $2::uuid, fan_id, id, 'en', $3, now(), now() + interval '30 days', now() from given`,
    [place.workspaceId, place.releaseId, place.path, count, place.artistId],
  );
}
