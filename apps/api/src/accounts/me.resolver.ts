import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { refuse, type Result, type Viewer } from '@lynkify/domain';
import { CurrentViewer } from '../access/current-viewer.js';
import { requireUser } from '../access/access.js';
import { Requires } from '../access/requires.js';
import type { RequestContext } from '../graphql/context.js';
import { payload } from '../graphql/user-error.js';
import { ChangePasswordInput, EndSessionInput, UpdateProfileInput } from './accounts.inputs.js';
import { ChangePasswordPayload, EndOtherSessionsPayload, EndSessionPayload, UpdateProfilePayload } from './accounts.payloads.js';
import { Me, Session, toSession } from './me.type.js';
import { PasswordChangesService } from './password-changes.service.js';
import { ProfileService } from './profile.service.js';
import { SessionsService } from './sessions.service.js';
import { SignedIn } from './signed-in.js';

/** What who is signed in sees and changes of themself. */
@Resolver(() => Me)
export class MeResolver {
  constructor(
    private readonly profiles: ProfileService,
    private readonly sessionsService: SessionsService,
    private readonly passwords: PasswordChangesService,
    private readonly signedIn: SignedIn,
  ) {}

  @Query(() => Me, { nullable: true, description: 'Whoever is signed in. Null when nobody is.' })
  @Requires('public')
  async me(@CurrentViewer() viewer: Viewer): Promise<Me | null> {
    return viewer.kind === 'user' || viewer.kind === 'member' ? this.profiles.me(viewer.userId) : null;
  }

  @ResolveField(() => [Session], { description: 'Where they are signed in, last used first.' })
  async sessions(@Parent() me: Me, @CurrentViewer() viewer: Viewer): Promise<Session[]> {
    const { sessionId } = requireUser(viewer);
    return (await this.sessionsService.list(me.user.id)).map((session) => toSession(session, sessionId));
  }

  @Mutation(() => UpdateProfilePayload, { description: 'Changes what the signed-in user says of themself.' })
  @Requires('user')
  updateProfile(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What to change.' }) input: UpdateProfileInput) {
    const { userId } = requireUser(viewer);
    return this.answer(userId, this.profiles.rename(userId, input.name));
  }

  @Mutation(() => ChangePasswordPayload, { description: 'Changes the password and ends every other session. Codes: PASSWORD_WRONG, TOO_MANY_TRIES and those of a new password.' })
  @Requires('user')
  changePassword(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The old and the new password.' }) input: ChangePasswordInput) {
    const user = requireUser(viewer);
    return this.answer(user.userId, this.passwords.change(user, input.currentPassword, input.newPassword));
  }

  @Mutation(() => EndSessionPayload, { description: 'Ends one session at once. Ending this very one signs out. Code: SESSION_GONE.' })
  @Requires('user')
  async endSession(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'Which session.' }) input: EndSessionInput, @Context() context: RequestContext): Promise<EndSessionPayload> {
    const { userId, sessionId } = requireUser(viewer);
    if (!(await this.sessionsService.end(userId, input.sessionId))) return { me: null, userErrors: refuse('SESSION_GONE', ['sessionId'], 'This session has ended already.').errors };
    if (input.sessionId === sessionId) {
      await this.signedIn.end(context);
      return { me: null, userErrors: [] };
    }
    return { me: await this.profiles.me(userId), userErrors: [] };
  }

  @Mutation(() => EndOtherSessionsPayload, { description: 'Ends every session but this one, at once.' })
  @Requires('user')
  async endOtherSessions(@CurrentViewer() viewer: Viewer): Promise<EndOtherSessionsPayload> {
    const { userId, sessionId } = requireUser(viewer);
    await this.sessionsService.endOthers(userId, sessionId);
    return { me: await this.profiles.me(userId), userErrors: [] };
  }

  private answer(userId: string, outcome: Promise<Result<true>>) {
    return payload('me', outcome, () => this.profiles.me(userId));
  }
}
