import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type AfterExpiry, type ArchiveTarget, type ElsewhereRule, localMomentIn, passwordMark, releasedAt, type ReleaseType } from '@lynkify/domain';
import { Requires } from '../access/requires.js';
import { connectionOf } from '../graphql/connection.js';
import { GraphQLDate } from '../graphql/scalars.js';
import { CaptureForm, PageTheme, toPageTheme } from './page-theme.type.js';
import { ReminderSettings } from '../reminders/reminder.type.js';
import { ReleaseVideo } from './release-video.js';
import type { ReleaseEntity, ReleaseStatusValue } from './release.entity.js';

/** Names of the API by the words of the database. */
export const ReleaseTypes = {
  SINGLE: 'single',
  EP: 'ep',
  ALBUM: 'album',
  LIVE: 'live',
  MIXTAPE: 'mixtape',
  COMPILATION: 'compilation',
  PODCAST_EPISODE: 'podcast-episode',
} as const satisfies Record<string, ReleaseType>;
registerEnumType(ReleaseTypes, {
  name: 'ReleaseType',
  description: 'What kind of release it is.',
  valuesMap: {
    SINGLE: { description: 'One song, with or without further versions.' },
    EP: { description: 'A few songs.' },
    ALBUM: { description: 'A long-playing record.' },
    LIVE: { description: 'A recording of a show.' },
    MIXTAPE: { description: 'A mixtape or DJ mix.' },
    COMPILATION: { description: 'Songs of several artists or years.' },
    PODCAST_EPISODE: { description: 'One episode of a podcast.' },
  },
});

export const ReleaseStatuses = { DRAFT: 'draft', PUBLISHED: 'published', UNPUBLISHED: 'unpublished', ARCHIVED: 'archived' } as const satisfies Record<string, ReleaseStatusValue>;
registerEnumType(ReleaseStatuses, {
  name: 'ReleaseStatus',
  description: 'Where a release stands.',
  valuesMap: {
    DRAFT: { description: 'Never published: nobody outside the workspace sees it.' },
    PUBLISHED: { description: 'Its smart link is public.' },
    UNPUBLISHED: { description: 'Its smart link was taken down: the address says that it is gone.' },
    ARCHIVED: { description: 'Put away: not in lists. Its address leads where `archiveLeadsTo` says, or says that it is gone.' },
  },
});

export const ElsewhereRules = { SINK: 'sink', HIDE: 'hide' } as const satisfies Record<string, ElsewhereRule>;
registerEnumType(ElsewhereRules, {
  name: 'ElsewhereRule',
  description: 'What a page does with platforms that do not operate in the fan’s country.',
  valuesMap: { SINK: { description: 'They come after the others.' }, HIDE: { description: 'They are left out.' } },
});

export const AfterExpiries = { ARTIST: 'artist', GONE: 'gone' } as const satisfies Record<string, AfterExpiry>;
registerEnumType(AfterExpiries, {
  name: 'AfterExpiry',
  description: 'What the address of a page does once the page has ended.',
  valuesMap: {
    ARTIST: { description: 'It leads to the artist’s page, where that is public; direct links go on leading to their platforms.' },
    GONE: { description: 'It says that it is gone, and so do its direct links.' },
  },
});

export const ArchiveTargets = { ARTIST: 'artist', PLATFORM: 'platform', GONE: 'gone' } as const satisfies Record<string, ArchiveTarget>;
registerEnumType(ArchiveTargets, {
  name: 'ArchiveTarget',
  description: 'Where the address of an archived release leads.',
  valuesMap: {
    ARTIST: { description: 'To the artist’s page, where that is public; direct links go on leading to their platforms.' },
    PLATFORM: { description: 'To one platform; direct links go on leading to theirs.' },
    GONE: { description: 'Nowhere: it says that it is gone, and so do its direct links.' },
  },
});

@ObjectType({ description: 'A single, EP, album, live project, mixtape, compilation or podcast episode. Its public page is its smart link.' })
@Requires('releases:read')
export class Release {
  @Field(() => ID, { description: 'Stays the same, whatever the address.' })
  id: string;

  artistId: string;

  @Field(() => String, { description: 'Second part of the public address, unique under the artist. Until the first publishing it follows the title, unless it was chosen.' })
  slug: string;

  @Field(() => String, { description: 'Title as fans read it.' })
  title: string;

  @Field(() => String, { description: 'The credit as it is printed, e.g. “Lady Gaga & Bruno Mars”. Empty: the artist’s name is shown.' })
  artistCredit: string;

  @Field(() => ReleaseTypes, { description: 'What kind of release it is.' })
  type: ReleaseType;

  @Field(() => GraphQLDate, { nullable: true, description: 'Day of release in `timeZone`.' })
  releaseDate: string | null;

  @Field(() => String, { nullable: true, description: 'Time of release in `timeZone`, `HH:MM`. Null: midnight.' })
  releaseTime: string | null;

  @Field(() => String, { description: 'IANA name of the zone in which date and time are meant, e.g. `Europe/Berlin`.' })
  timeZone: string;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'The moment of release; null without a date.' })
  releasedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Barcode (UPC, EAN or GTIN) as it was written, its check digit verified.' })
  upc: string | null;

  @Field(() => String, { description: 'The label that puts it out; empty when nobody said.' })
  label: string;

  @Field(() => String, { description: 'A few lines below the buttons; may be empty.' })
  description: string;

  artworkId: string | null;
  artworkAlt: string;

  @Field(() => PageTheme, { description: 'How the smart link looks.' })
  theme: PageTheme;

  @Field(() => CaptureForm, { nullable: true, description: 'The form by which fans join; null when the page has none.' })
  capture: CaptureForm | null;

  @Field(() => Boolean, { description: 'Whether the page plays the previews of its tracks, where there are any.' })
  previews: boolean;

  @Field(() => ReleaseVideo, { nullable: true, description: 'The video on the page; null when it has none.' })
  video: ReleaseVideo | null;

  @Field(() => Boolean, { description: 'Whether the page shows up to six other published releases of the artist, the newest first.' })
  alsoBy: boolean;

  @Field(() => ElsewhereRules, { description: 'What the page does with platforms that do not operate in the fan’s country.' })
  elsewhere: ElsewhereRule;

  @Field(() => String, { nullable: true, description: 'When the page ends by itself, `YYYY-MM-DDTHH:MM` in `timeZone`; null: never.' })
  expires: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'The moment of `expires`.' })
  expiresAt: Date | null;

  @Field(() => AfterExpiries, { description: 'What its address does from then on.' })
  afterExpiry: AfterExpiry;

  @Field(() => String, { nullable: true, description: 'Null while the page asks for no password. Otherwise something that changes with the password and tells nothing of it.' })
  passwordMark: string | null;

  @Field(() => ArchiveTargets, { nullable: true, description: 'Where the address leads while the release is archived; null when it is not, or was never public.' })
  archiveLeadsTo: ArchiveTarget | null;

  @Field(() => String, { nullable: true, description: 'The platform that the address leads to, with `PLATFORM`.' })
  archivePlatform: string | null;

  @Field(() => ReminderSettings, { description: 'Whether the page offers a mail on release day, as long as the release is not out.' })
  reminder: ReminderSettings;

  @Field(() => ReleaseStatuses, { description: 'Where the release stands.' })
  status: ReleaseStatusValue;

  @Field(() => Int, { description: 'Goes up with every saved change. Name it when saving, and nobody’s change is overwritten unseen.' })
  version: number;

  @Field(() => Int, { nullable: true, description: 'The version that is public; null when none is.' })
  publishedVersion: number | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was last published.' })
  publishedAt: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was published for the first time.' })
  firstPublishedAt: Date | null;

  @Field(() => Boolean, { description: 'Whether something is saved that is not public.' })
  hasUnpublishedChanges: boolean;

  @Field(() => GraphQLISODateTime, { description: 'When the release was added.' })
  createdAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'When something of it was last saved.' })
  updatedAt: Date;
}

@ObjectType({ description: 'A page of releases.' })
@Requires('public')
export class ReleaseConnection extends connectionOf(Release, 'Release') {}

export function toRelease(row: ReleaseEntity): Release {
  const releaseTime = row.releaseTime?.slice(0, 5) ?? null;
  const moment = releasedAt({ ...row, releaseTime });
  const expiresAt = localMomentIn(row.timeZone, row.expires);
  return {
    id: row.id,
    artistId: row.artistId,
    slug: row.slug,
    title: row.title,
    artistCredit: row.artistCredit,
    type: row.type,
    releaseDate: row.releaseDate,
    releaseTime,
    timeZone: row.timeZone,
    releasedAt: moment === null ? null : new Date(moment),
    upc: row.upc,
    label: row.label,
    description: row.description,
    artworkId: row.artworkId,
    artworkAlt: row.artworkAlt,
    theme: toPageTheme(row.theme),
    capture: row.capture,
    reminder: row.reminder,
    previews: row.previews,
    video: row.videoUrl === null ? null : { url: row.videoUrl, title: row.videoTitle },
    alsoBy: row.alsoBy,
    elsewhere: row.elsewhere,
    expires: row.expires,
    expiresAt: expiresAt === null ? null : new Date(expiresAt),
    afterExpiry: row.afterExpiry,
    passwordMark: passwordMark(row.passwordHash),
    archiveLeadsTo: row.archiveLeadsTo,
    archivePlatform: row.archivePlatform,
    status: row.status,
    version: row.version,
    // An archived release keeps the version that restoring it brings back; public it is not.
    publishedVersion: row.status === 'published' ? row.publishedVersion : null,
    publishedAt: row.publishedAt,
    firstPublishedAt: row.firstPublishedAt,
    hasUnpublishedChanges: row.version !== row.publishedVersion,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}
