import { Field, GraphQLISODateTime, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Role } from '@lynkify/domain';
import { Requires } from '../access/requires.js';
import { User } from '../accounts/user.type.js';
import type { DeadLinks } from './dead-links.js';
import type { WorkspaceEntity, WorkspaceKind } from './workspace.entity.js';

/** Roles as GraphQL names them, over the words of the domain. */
export const RoleEnum = { OWNER: 'owner', ADMIN: 'admin', EDITOR: 'editor', VIEWER: 'viewer' } as const;
registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'What a member may do in a workspace, from the most to the least.',
  valuesMap: {
    OWNER: { description: 'Everything, and makes and unmakes owners.' },
    ADMIN: { description: 'Everything but making and unmaking owners.' },
    EDITOR: { description: 'Makes and publishes pages, and looks after fans.' },
    VIEWER: { description: 'Looks, and changes nothing.' },
  },
});

/** Kinds of workspaces as GraphQL names them. */
export const WorkspaceKindEnum = { ARTIST: 'artist', PODCASTER: 'podcaster', LABEL: 'label' } as const;
registerEnumType(WorkspaceKindEnum, {
  name: 'WorkspaceKind',
  description: 'Who a workspace is for.',
  valuesMap: {
    ARTIST: { description: 'A musician or a band.' },
    PODCASTER: { description: 'A podcast or a network of them.' },
    LABEL: { description: 'A label or a team with many artists.' },
  },
});

/** What becomes of dead links, as GraphQL names it. */
export const DeadLinksEnum = { KEEP: 'keep', HIDE: 'hide' } as const satisfies Record<string, DeadLinks>;
registerEnumType(DeadLinksEnum, {
  name: 'DeadLinks',
  description: 'What published pages do with a destination that is gone.',
  valuesMap: {
    KEEP: { description: 'They go on offering it.' },
    HIDE: { description: 'They do not offer it until it works again. Nothing has to be published for that.' },
  },
});

@ObjectType({ description: 'An account of an artist, a podcaster or a label. Everything else belongs to exactly one.' })
@Requires('any-viewer')
export class Workspace {
  @Field(() => ID, { description: 'Id of the workspace; goes into the header `lynkify-workspace`.' })
  id: string;

  @Field(() => String, { description: 'Name of the workspace.' })
  name: string;

  @Field(() => WorkspaceKindEnum, { description: 'Who it is for.' })
  kind: WorkspaceKind;

  @Field(() => String, { description: 'IANA time zone in which its days begin and end.' })
  timeZone: string;

  @Field(() => DeadLinksEnum, { description: 'What its pages do with destinations that are gone.' })
  deadLinks: DeadLinks;

  @Field(() => Boolean, { description: 'Whether owners and admins get a mail, once a day at the most, when destinations died or moved.' })
  linkCheckMails: boolean;

  @Field(() => GraphQLISODateTime, { description: 'When it was made.' })
  createdAt: Date;
}

@ObjectType({ description: 'A workspace, as far as the list of one’s workspaces shows it.' })
@Requires('user')
export class WorkspaceSummary {
  @Field(() => ID, { description: 'Id of the workspace; goes into the header `lynkify-workspace`.' })
  id: string;

  @Field(() => String, { description: 'Name of the workspace.' })
  name: string;

  @Field(() => WorkspaceKindEnum, { description: 'Who it is for.' })
  kind: WorkspaceKind;

  @Field(() => Boolean, { description: 'Whether its owners and admins get a mail, once a day at the most, when destinations died or moved.' })
  linkCheckMails: boolean;
}

@ObjectType({ description: 'That the signed-in user belongs to a workspace.' })
@Requires('user')
export class Membership {
  @Field(() => RoleEnum, { description: 'What they may do there.' })
  role: Role;

  @Field(() => WorkspaceSummary, { description: 'Where.' })
  workspace: WorkspaceSummary;

  @Field(() => Boolean, { description: 'Whether they want a mail when destinations died or moved. It comes to owners and admins, where the workspace has it sent.' })
  linkCheckMails: boolean;
}

@ObjectType({ description: 'A user with a role in the workspace.' })
@Requires('members:read')
export class Member {
  @Field(() => User, { description: 'Who.' })
  user: User;

  @Field(() => RoleEnum, { description: 'What they may do.' })
  role: Role;

  @Field(() => GraphQLISODateTime, { description: 'Since when.' })
  joinedAt: Date;
}

export const toWorkspace = ({ id, name, kind, timeZone, deadLinks, linkCheckMails, createdAt }: WorkspaceEntity): Workspace => ({ id, name, kind, timeZone, deadLinks, linkCheckMails, createdAt });
