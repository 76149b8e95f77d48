import { defaultReminder, type AfterExpiry, type ArchiveTarget, type CaptureForm, type ElsewhereRule, type FieldOrigins, type PageTheme, type ReleaseType, type ReminderSettings } from '@lynkify/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ReleaseStatusValue = 'draft' | 'published' | 'unpublished' | 'archived';

@Entity('releases')
export class ReleaseEntity {
  @PrimaryColumn({ name: 'workspace_id', type: 'uuid' })
  workspaceId: string;

  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;

  @Column({ name: 'artist_id', type: 'uuid' })
  artistId: string;

  @Column({ type: 'text' })
  slug: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ name: 'artist_credit', type: 'text' })
  artistCredit: string;

  @Column({ type: 'text' })
  type: ReleaseType;

  @Column({ name: 'release_date', type: 'date', nullable: true })
  releaseDate: string | null;

  @Column({ name: 'release_time', type: 'time', nullable: true })
  releaseTime: string | null;

  @Column({ name: 'time_zone', type: 'text' })
  timeZone: string;

  @Column({ type: 'text', nullable: true })
  upc: string | null;

  /** Who puts it out; empty when nobody said. */
  @Column({ type: 'text', default: '' })
  label: string;

  @Column({ type: 'text' })
  description: string;

  @Column({ name: 'artwork_id', type: 'uuid', nullable: true })
  artworkId: string | null;

  @Column({ name: 'artwork_alt', type: 'text' })
  artworkAlt: string;

  @Column({ type: 'jsonb' })
  theme: PageTheme;

  @Column({ type: 'jsonb', nullable: true })
  capture: CaptureForm | null;

  /** Whether the page plays the previews of its tracks. */
  @Column({ type: 'boolean', default: true })
  previews: boolean;

  @Column({ name: 'video_url', type: 'text', nullable: true })
  videoUrl: string | null;

  @Column({ name: 'video_title', type: 'text', default: '' })
  videoTitle: string;

  /** Whether the page shows other releases of the artist. */
  @Column({ name: 'also_by', type: 'boolean', default: true })
  alsoBy: boolean;

  /** What becomes of platforms that do not operate where the fan is. */
  @Column({ type: 'text', default: 'sink' })
  elsewhere: ElsewhereRule;

  /** When the page ends by itself: `YYYY-MM-DDTHH:MM` in the release's zone. */
  @Column({ type: 'text', nullable: true })
  expires: string | null;

  @Column({ name: 'after_expiry', type: 'text', default: 'artist' })
  afterExpiry: AfterExpiry;

  @Column({ name: 'password_hash', type: 'text', nullable: true })
  passwordHash: string | null;

  /** Where the address leads while the release is archived; null when it was never public. */
  @Column({ name: 'archive_leads_to', type: 'text', nullable: true })
  archiveLeadsTo: ArchiveTarget | null;

  @Column({ name: 'archive_platform', type: 'text', nullable: true })
  archivePlatform: string | null;

  @Column({ type: 'jsonb', default: defaultReminder })
  reminder: ReminderSettings;

  @Column({ type: 'text', default: 'draft' })
  status: ReleaseStatusValue;

  @Column({ type: 'integer', default: 1 })
  version: number;

  /** The version of the last change by a person; null while every change was one. */
  @Column({ name: 'edited_version', type: 'integer', nullable: true })
  editedVersion: number | null;

  /** Whose the fields are that a match may fill. */
  @Column({ type: 'jsonb', default: {} })
  origins: FieldOrigins;

  @Column({ name: 'published_version', type: 'integer', nullable: true })
  publishedVersion: number | null;

  @Column({ name: 'first_published_at', type: 'timestamptz', nullable: true })
  firstPublishedAt: Date | null;

  @Column({ name: 'published_at', type: 'timestamptz', nullable: true })
  publishedAt: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
