import type { PageTheme } from '@lynkify/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type BioPageStatusValue = 'draft' | 'published' | 'unpublished';

@Entity('bio_pages')
export class BioPageEntity {
  @PrimaryColumn({ name: 'workspace_id', type: 'uuid' })
  workspaceId: string;

  @PrimaryColumn({ name: 'artist_id', type: 'uuid' })
  artistId: string;

  @Column({ type: 'text' })
  headline: string;

  @Column({ name: 'portrait_id', type: 'uuid', nullable: true })
  portraitId: string | null;

  @Column({ name: 'portrait_alt', type: 'text' })
  portraitAlt: string;

  @Column({ type: 'jsonb' })
  theme: PageTheme;

  @Column({ type: 'text', default: 'draft' })
  status: BioPageStatusValue;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @Column({ name: 'published_version', type: 'integer', nullable: true })
  publishedVersion: number | null;

  @Column({ name: 'published_at', type: 'timestamptz', nullable: true })
  publishedAt: Date | null;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;
}

@Entity('bio_sections')
export class BioSectionEntity {
  @PrimaryColumn({ name: 'workspace_id', type: 'uuid' })
  workspaceId: string;

  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;

  @Column({ name: 'artist_id', type: 'uuid' })
  artistId: string;

  @Column({ type: 'text' })
  type: string;

  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'boolean', default: true })
  visible: boolean;

  @Column({ type: 'jsonb' })
  settings: Record<string, unknown>;
}
