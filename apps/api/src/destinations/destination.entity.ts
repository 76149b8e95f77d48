import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('destinations')
export class DestinationEntity {
  @PrimaryColumn({ name: 'workspace_id', type: 'uuid' })
  workspaceId: string;

  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;

  @Column({ name: 'release_id', type: 'uuid' })
  releaseId: string;

  @Column({ type: 'text' })
  platform: string;

  @Column({ type: 'text' })
  url: string;

  @Column({ name: 'pasted_text', type: 'text' })
  pastedText: string;

  @Column({ type: 'text', nullable: true })
  entity: string | null;

  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'text', default: 'pasted' })
  method: string;

  @Column({ type: 'text', nullable: true })
  country: string | null;

  @Column({ name: 'checked_at', type: 'timestamptz', nullable: true })
  checkedAt: Date | null;
}
