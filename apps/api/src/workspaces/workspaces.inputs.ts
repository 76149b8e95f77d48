import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Role } from '@lynkify/domain';
import { IsBoolean, IsEnum, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { Requires } from '../access/requires.js';
import { MutationPayload } from '../graphql/user-error.js';
import type { DeadLinks } from './dead-links.js';
import type { WorkspaceKind } from './workspace.entity.js';
import { DeadLinksEnum, RoleEnum, Workspace, WorkspaceKindEnum } from './workspace.type.js';

const tooLong = { message: 'This is too long.' };

@InputType({ description: 'A new workspace.' })
export class CreateWorkspaceInput {
  @Field(() => String, { description: 'Name of the workspace.' })
  @MaxLength(5_000, tooLong)
  name: string;

  @Field(() => WorkspaceKindEnum, { description: 'Who it is for.' })
  @IsEnum(WorkspaceKindEnum)
  kind: WorkspaceKind;

  @Field(() => String, { nullable: true, description: 'IANA time zone, e.g. `Europe/Berlin`. UTC when left out.' })
  @IsOptional()
  @MaxLength(100, tooLong)
  timeZone?: string | null;
}

@InputType({ description: 'Changes of the workspace. What is left out stays.' })
export class UpdateWorkspaceInput {
  @Field(() => String, { nullable: true, description: 'Name of the workspace.' })
  @IsOptional()
  @MaxLength(5_000, tooLong)
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA time zone, e.g. `Europe/Berlin`.' })
  @IsOptional()
  @MaxLength(100, tooLong)
  timeZone?: string | null;

  @Field(() => DeadLinksEnum, { nullable: true, description: 'What published pages do with destinations that are gone. They follow at once, without being published.' })
  @IsOptional()
  @IsEnum(DeadLinksEnum)
  deadLinks?: DeadLinks | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether owners and admins get a mail when destinations died or moved.' })
  @IsOptional()
  @IsBoolean()
  linkCheckMails?: boolean | null;
}

@InputType({ description: 'Another role for a member.' })
export class ChangeMemberRoleInput {
  @Field(() => ID, { description: 'Id of the member’s user.' })
  @IsUUID('all', { message: 'This is no id of a user.' })
  userId: string;

  @Field(() => RoleEnum, { description: 'What they may do from now on.' })
  @IsEnum(RoleEnum)
  role: Role;
}

@InputType({ description: 'A member to take out.' })
export class RemoveMemberInput {
  @Field(() => ID, { description: 'Id of the member’s user.' })
  @IsUUID('all', { message: 'This is no id of a user.' })
  userId: string;
}

@InputType({ description: 'A workspace to leave.' })
export class LeaveWorkspaceInput {
  @Field(() => ID, { description: 'Id of one of the signed-in user’s workspaces.' })
  @IsUUID('all', { message: 'This is no id of a workspace.' })
  workspaceId: string;
}

@InputType({ description: 'Changes of what is a member’s own in a workspace. What is left out stays.' })
export class UpdateMembershipInput {
  @Field(() => ID, { description: 'Id of one of the signed-in user’s workspaces.' })
  @IsUUID('all', { message: 'This is no id of a workspace.' })
  workspaceId: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether they want a mail when destinations died or moved.' })
  @IsOptional()
  @IsBoolean()
  linkCheckMails?: boolean | null;
}

@ObjectType({ description: 'The workspace after a change.' })
@Requires('public')
export class WorkspacePayload extends MutationPayload {
  @Field(() => Workspace, { nullable: true, description: 'The workspace; null when it was refused.' })
  workspace: Workspace | null;
}
