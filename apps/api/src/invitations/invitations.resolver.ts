import { Args, Context, Field, GraphQLISODateTime, ID, InputType, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Role, Viewer } from '@lynkify/domain';
import { IsEnum, IsUUID, MaxLength } from 'class-validator';
import { requireUser } from '../access/access.js';
import { CurrentViewer } from '../access/current-viewer.js';
import { Requires } from '../access/requires.js';
import { User, toUser } from '../accounts/user.type.js';
import { batchLoader, type RequestContext } from '../graphql/context.js';
import { MutationPayload, payload } from '../graphql/user-error.js';
import { MembersService } from '../workspaces/members.service.js';
import { RoleEnum, Workspace, toWorkspace } from '../workspaces/workspace.type.js';
import { WorkspacePayload } from '../workspaces/workspaces.inputs.js';
import { WorkspacesService } from '../workspaces/workspaces.service.js';
import type { InvitationEntity } from './invitation.entity.js';
import { InvitationsService } from './invitations.service.js';

@ObjectType({ description: 'An address that may join the workspace.' })
@Requires('members:read')
export class Invitation {
  @Field(() => ID, { description: 'Id of the invitation.' })
  id: string;

  @Field(() => String, { description: 'Where the mail went.' })
  email: string;

  @Field(() => RoleEnum, { description: 'What they may do once they joined.' })
  role: Role;

  @Field(() => GraphQLISODateTime, { description: 'When it was last sent.' })
  createdAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'When its link ends.' })
  expiresAt: Date;

  /** Id of the inviter, for the field `invitedBy`. */
  inviterId: string | null;
}

@ObjectType({ description: 'What an invitation’s link leads to, for whoever holds the link.' })
@Requires('public')
export class InvitationPreview {
  @Field(() => String, { description: 'Name of the workspace.' })
  workspaceName: string;

  @Field(() => String, { description: 'The address that it was sent to; only an account with this address can accept it.' })
  email: string;

  @Field(() => RoleEnum, { description: 'What they may do once they joined.' })
  role: Role;

  @Field(() => GraphQLISODateTime, { description: 'When the link ends.' })
  expiresAt: Date;
}

@InputType({ description: 'Whom to invite.' })
export class InviteMemberInput {
  @Field(() => String, { description: 'Address that the mail goes to.' })
  @MaxLength(1_000, { message: 'This is too long.' })
  email: string;

  @Field(() => RoleEnum, { description: 'What they may do once they joined.' })
  @IsEnum(RoleEnum)
  role: Role;
}

@InputType({ description: 'An invitation to take back.' })
export class RevokeInvitationInput {
  @Field(() => ID, { description: 'Id of the invitation.' })
  @IsUUID('all', { message: 'This is no id of an invitation.' })
  invitationId: string;
}

@InputType({ description: 'An invitation to accept.' })
export class AcceptInvitationInput {
  @Field(() => String, { description: 'Token from the link in the mail.' })
  @MaxLength(200, { message: 'This is too long.' })
  token: string;
}

@ObjectType({ description: 'What came of inviting.' })
@Requires('public')
export class InviteMemberPayload extends MutationPayload {
  @Field(() => Invitation, { nullable: true, description: 'The invitation; null when it was refused.' })
  invitation: Invitation | null;
}

const toInvitation = ({ id, email, role, createdAt, expiresAt, invitedBy }: InvitationEntity): Invitation => ({ id, email, role, createdAt, expiresAt, inviterId: invitedBy });

@Resolver(() => Invitation)
export class InvitationsResolver {
  private readonly inviters = batchLoader(({ viewer }, ids: readonly string[]) => this.members.usersByIds(viewer, ids));

  constructor(
    private readonly invitations: InvitationsService,
    private readonly members: MembersService,
    private readonly workspaces: WorkspacesService,
  ) {}

  @ResolveField(() => User, { nullable: true, description: 'Who invited; null once they left.' })
  async invitedBy(@Parent() { inviterId }: Invitation, @Context() context: RequestContext): Promise<User | null> {
    const inviter = inviterId ? await this.inviters(context).load(inviterId) : null;
    return inviter && toUser(inviter);
  }

  @Query(() => InvitationPreview, { nullable: true, description: 'What an invitation’s link leads to. Null when it is not open any more.' })
  @Requires('public')
  invitation(@Args('token', { type: () => String, description: 'Token from the link.' }) token: string): Promise<InvitationPreview | null> {
    return this.invitations.preview(token);
  }

  @Mutation(() => InviteMemberPayload, { description: 'Invites an address by mail; again: replaces the invitation and mails again. Codes: INVITED_ALREADY_MEMBER, TOO_MANY_TRIES.' })
  @Requires('members:write')
  inviteMember(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Whom.' }) input: InviteMemberInput) {
    return payload('invitation', this.invitations.inviteMember(viewer, input), toInvitation);
  }

  @Mutation(() => WorkspacePayload, { description: 'Takes an open invitation back.' })
  @Requires('members:write')
  revokeInvitation(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Which.' }) input: RevokeInvitationInput) {
    return payload('workspace', this.invitations.revokeInvitation(viewer, input.invitationId), () => this.current(viewer));
  }

  @Mutation(() => WorkspacePayload, { description: 'Joins the workspace of an invitation; the rest of the answer stands inside it. Codes: INVITATION_INVALID, INVITATION_OTHER_EMAIL.' })
  @Requires('user')
  acceptInvitation(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What the link holds.' }) input: AcceptInvitationInput, @Context() context: RequestContext) {
    return payload('workspace', this.invitations.acceptInvitation(viewer, input.token), ({ workspaceId, role }) => {
      const { userId, sessionId } = requireUser(viewer);
      context.viewer = { kind: 'member', userId, sessionId, workspaceId, role };
      return this.current(context.viewer);
    });
  }

  private async current(viewer: Viewer): Promise<Workspace> {
    return toWorkspace(await this.workspaces.current(viewer));
  }
}

@Resolver(() => Workspace)
export class WorkspaceInvitationsResolver {
  constructor(private readonly service: InvitationsService) {}

  @ResolveField(() => [Invitation], { description: 'Its open invitations, the newest first.' })
  @Requires('members:read')
  async invitations(@CurrentViewer() viewer: Viewer): Promise<Invitation[]> {
    return (await this.service.list(viewer)).map(toInvitation);
  }
}
