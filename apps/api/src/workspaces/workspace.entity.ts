import type { Role } from '@lynkify/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeadLinks } from './dead-links.js';

export const workspaceKinds = ['artist', 'podcaster', 'label'] as const;
export type WorkspaceKind = (typeof workspaceKinds)[number];

@Entity('workspaces')
export class WorkspaceEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: WorkspaceKind;

  @Column('text')
  name: string;

  @Column({ type: 'text', name: 'time_zone' })
  timeZone: string;

  @Column({ type: 'text', name: 'dead_links', insert: false })
  deadLinks: DeadLinks;

  @Column({ type: 'boolean', name: 'link_check_mails', insert: false })
  linkCheckMails: boolean;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false })
  createdAt: Date;
}

@Entity('members')
export class MemberEntity {
  @PrimaryColumn({ type: 'uuid', name: 'workspace_id' })
  workspaceId: string;

  @PrimaryColumn({ type: 'uuid', name: 'user_id' })
  userId: string;

  @Column('text')
  role: Role;

  @Column({ type: 'boolean', name: 'link_check_mails', insert: false })
  linkCheckMails: boolean;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false })
  joinedAt: Date;
}
