import type { MatchEvidence } from '@lynkify/domain';
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

  /** How it was matched; empty for what a person put there. */
  @Column({ type: 'jsonb', default: {} })
  evidence: MatchEvidence | Record<string, never>;

  @Column({ type: 'real', nullable: true })
  score: number | null;

  /** The service that named it. */
  @Column({ type: 'text', nullable: true })
  service: string | null;

  @Column({ type: 'boolean', default: false })
  flagged: boolean;

  @Column({ type: 'boolean', default: true })
  offered: boolean;

  /** `YYYY-MM-DDTHH:MM` in the release's zone. */
  @Column({ name: 'offered_from', type: 'text', nullable: true })
  offeredFrom: string | null;

  @Column({ name: 'offered_until', type: 'text', nullable: true })
  offeredUntil: string | null;

  /** Whether it is of use before the release; null: as its platform usually is. */
  @Column({ name: 'before_release', type: 'boolean', nullable: true })
  beforeRelease: boolean | null;

  @Column({ name: 'checked_at', type: 'timestamptz', nullable: true })
  checkedAt: Date | null;

  @Column({ name: 'check_state', type: 'text', insert: false })
  checkState: 'unchecked' | 'works' | 'gone' | 'moved' | 'unclear';

  @Column({ name: 'check_message', type: 'text', insert: false })
  checkMessage: string;

  @Column({ name: 'moved_to', type: 'text', nullable: true })
  movedTo: string | null;
}
