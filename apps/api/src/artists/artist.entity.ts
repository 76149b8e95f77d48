import type { PageTheme } from '@lynkify/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('artists')
export class ArtistEntity {
  @PrimaryColumn({ name: 'workspace_id', type: 'uuid' })
  workspaceId: string;

  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;

  @Column({ type: 'text' })
  handle: string;

  @Column({ type: 'text' })
  name: string;

  /** How new releases look; null: as every release does from the start. */
  @Column({ name: 'release_theme', type: 'jsonb', nullable: true })
  releaseTheme: PageTheme | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;
}
