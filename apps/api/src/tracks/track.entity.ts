import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('tracks')
export class TrackEntity {
  @PrimaryColumn({ name: 'workspace_id', type: 'uuid' })
  workspaceId: string;

  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;

  @Column({ name: 'release_id', type: 'uuid' })
  releaseId: string;

  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text', nullable: true })
  isrc: string | null;

  @Column({ name: 'duration_ms', type: 'integer', nullable: true })
  durationMs: number | null;

  /** Half a minute of it, at whoever lends it (`readPreviewUrl`). */
  @Column({ name: 'preview_url', type: 'text', nullable: true })
  previewUrl: string | null;
}
