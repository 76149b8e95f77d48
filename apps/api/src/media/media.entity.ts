import type { PictureFormat } from '@lynkify/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('media')
export class MediaEntity {
  @PrimaryColumn({ name: 'workspace_id', type: 'uuid' })
  workspaceId: string;

  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;

  @Column({ type: 'integer' })
  width: number;

  @Column({ type: 'integer' })
  height: number;

  @Column({ type: 'integer', array: true })
  widths: number[];

  @Column({ type: 'text', array: true })
  formats: PictureFormat[];

  @Column({ type: 'text', array: true })
  colours: [string, string];

  @Column({ name: 'thumb_hash', type: 'text' })
  thumbHash: string;

  @Column({ name: 'source_hash', type: 'bytea' })
  sourceHash: Buffer;

  @Column({ name: 'source_bytes', type: 'integer' })
  sourceBytes: number;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}
