import { Args, Context, Field, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Role, Viewer } from '@lynkify/domain';
import { requireUser } from '../access/access.js';
import { CurrentViewer } from '../access/current-viewer.js';
import { Requires } from '../access/requires.js';
import { Me } from '../accounts/me.type.js';
import { ProfileService } from '../accounts/profile.service.js';
import { toUser } from '../accounts/user.type.js';
import type { RequestContext } from '../graphql/context.js';
import { MutationPayload, payload } from '../graphql/user-error.js';
import { MembersService } from './members.service.js';
import { Member, Membership, RoleEnum, Workspace, toWorkspace } from './workspace.type.js';
import { ChangeMemberRoleInput, CreateWorkspaceInput, LeaveWorkspaceInput, RemoveMemberInput, UpdateMembershipInput, UpdateWorkspaceInput, WorkspacePayload } from './workspaces.inputs.js';
import { WorkspacesService } from './workspaces.service.js';

@ObjectType({ description: 'Whoever is signed in, after a change of their membership.' })
@Requires('public')
class UpdateMembershipPayload extends MutationPayload {
  @Field(() => Me, { nullable: true, description: 'Them; null when it was refused.' })
  me: Me | null;
}

@ObjectType({ description: 'What came of leaving a workspace.' })
@Requires('public')
class LeaveWorkspacePayload extends MutationPayload {
  @Field(() => Me, { nullable: true, description: 'Whoever left, without that workspace; null when it was refused.' })
  me: Me | null;
}

@Resolver(() => Workspace)
export class WorkspacesResolver {
  constructor(
    private readonly workspaces: WorkspacesService,
    private readonly membersService: MembersService,
    private readonly profiles: ProfileService,
  ) {}

  @Query(() => Workspace, { description: 'The workspace that the request stands in: the key’s own, or the one that the header `lynkify-workspace` names, or the user’s oldest.' })
  @Requires('any-viewer')
  async workspace(@CurrentViewer() viewer: Viewer): Promise<Workspace> {
    return toWorkspace(await this.workspaces.current(viewer));
  }

  @ResolveField(() => RoleEnum, { nullable: true, description: 'Role of the asking member; null for an API key.' })
  role(@CurrentViewer() viewer: Viewer): Role | null {
    return viewer.kind === 'member' ? viewer.role : null;
  }

  @ResolveField(() => [Member], { description: 'Who belongs to it, the longest first.' })
  @Requires('members:read')
  async members(@CurrentViewer() viewer: Viewer): Promise<Member[]> {
    return (await this.membersService.list(viewer)).map(({ member, user }) => ({ user: toUser(user), role: member.role, joinedAt: member.joinedAt }));
  }

  @Mutation(() => WorkspacePayload, { description: 'Makes a workspace, owned by the signed-in user. The rest of the answer stands inside it.' })
  @Requires('user')
  createWorkspace(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What to make.' }) input: CreateWorkspaceInput, @Context() context: RequestContext) {
    return payload('workspace', this.workspaces.createWorkspace(viewer, input), (made) => {
      const { userId, sessionId } = requireUser(viewer);
      context.viewer = { kind: 'member', userId, sessionId, workspaceId: made.id, role: 'owner' };
      return toWorkspace(made);
    });
  }

  @Mutation(() => WorkspacePayload, { description: 'Changes name, time zone or settings of the workspace.' })
  @Requires('workspace:write')
  updateWorkspace(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What to change.' }) input: UpdateWorkspaceInput) {
    return payload('workspace', this.workspaces.updateWorkspace(viewer, input), toWorkspace);
  }

  @Mutation(() => WorkspacePayload, { description: 'Gives a member another role. Making and unmaking owners is for owners. Code: LAST_OWNER.' })
  @Requires('members:write')
  changeMemberRole(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Who, and what they may do.' }) input: ChangeMemberRoleInput) {
    return payload('workspace', this.membersService.changeRole(viewer, input.userId, input.role), () => this.workspace(viewer));
  }

  @Mutation(() => WorkspacePayload, { description: 'Takes a member out at once, and ends the API keys that they made. Code: LAST_OWNER.' })
  @Requires('members:write')
  removeMember(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Who.' }) input: RemoveMemberInput) {
    return payload('workspace', this.membersService.remove(viewer, input.userId), () => this.workspace(viewer));
  }

  @Mutation(() => LeaveWorkspacePayload, { description: 'Leaves a workspace, and ends the API keys that the user made there. Code: LAST_OWNER.' })
  @Requires('user')
  leaveWorkspace(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Which workspace.' }) input: LeaveWorkspaceInput) {
    const { userId } = requireUser(viewer);
    return payload('me', this.membersService.leave(viewer, input.workspaceId), () => this.profiles.me(userId));
  }

  @Mutation(() => UpdateMembershipPayload, { description: 'Changes what is the signed-in user’s own in one of their workspaces.' })
  @Requires('user')
  updateMembership(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Where, and what to change.' }) input: UpdateMembershipInput) {
    const { userId } = requireUser(viewer);
    return payload('me', this.membersService.updateOwn(viewer, input), () => this.profiles.me(userId));
  }
}

@Resolver(() => Me)
export class MembershipsResolver {
  constructor(private readonly workspaces: WorkspacesService) {}

  @ResolveField(() => [Membership], { description: 'The workspaces that they belong to, the oldest first.' })
  async memberships(@Parent() me: Me): Promise<Membership[]> {
    const memberships = await this.workspaces.membershipsOf(me.user.id);
    return memberships.map(({ membership: { role, linkCheckMails }, workspace: { id, name, kind, linkCheckMails: sent } }) => ({ role, linkCheckMails, workspace: { id, name, kind, linkCheckMails: sent } }));
  }
}
