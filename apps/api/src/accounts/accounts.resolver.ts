import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Requires } from '../access/requires.js';
import type { RequestContext } from '../graphql/context.js';
import { ConfirmEmailInput, RequestPasswordResetInput, ResetPasswordInput, SignInInput, SignUpInput } from './accounts.inputs.js';
import { ConfirmEmailPayload, RequestPasswordResetPayload, ResetPasswordPayload, SignInPayload, SignOutPayload, SignUpPayload } from './accounts.payloads.js';
import { PasswordChangesService } from './password-changes.service.js';
import { SignInService } from './sign-in.service.js';
import { SignUpService } from './sign-up.service.js';
import { SignedIn } from './signed-in.js';

/** What can be done without being signed in. */
@Resolver()
export class AccountsResolver {
  constructor(
    private readonly signUps: SignUpService,
    private readonly signIns: SignInService,
    private readonly passwords: PasswordChangesService,
    private readonly signedIn: SignedIn,
  ) {}

  @Mutation(() => SignUpPayload, { description: 'Makes an account. A mail with a link follows, whether the address is known or not.' })
  @Requires('public')
  async signUp(@Args('input', { description: 'Who signs up.' }) input: SignUpInput, @Context() { request }: RequestContext): Promise<SignUpPayload> {
    const outcome = await this.signUps.signUp(input, request.ip);
    return { accepted: outcome.ok, userErrors: outcome.ok ? [] : outcome.errors };
  }

  @Mutation(() => SignInPayload, { description: 'Signs in and sets the session cookie. Codes: SIGN_IN_FAILED, TOO_MANY_TRIES, and after the right password EMAIL_UNCONFIRMED.' })
  @Requires('public')
  async signIn(@Args('input', { description: 'Who signs in.' }) input: SignInInput, @Context() context: RequestContext): Promise<SignInPayload> {
    return this.signedIn.begin(context, await this.signIns.signIn(input.email, input.password, { ip: context.request.ip, agent: agentOf(context) }));
  }

  @Mutation(() => SignOutPayload, { description: 'Ends this session at once.' })
  @Requires('public')
  async signOut(@Context() context: RequestContext): Promise<SignOutPayload> {
    await this.signedIn.end(context);
    return { signedOut: true };
  }

  @Mutation(() => ConfirmEmailPayload, { description: 'Confirms an address by the link in the mail, and signs in. Code: TOKEN_INVALID.' })
  @Requires('public')
  async confirmEmail(@Args('input', { description: 'What the link holds.' }) input: ConfirmEmailInput, @Context() context: RequestContext): Promise<ConfirmEmailPayload> {
    return this.signedIn.begin(context, await this.signUps.confirmEmail(input.token, agentOf(context)));
  }

  @Mutation(() => RequestPasswordResetPayload, { description: 'Sends a link to choose a new password, if there is an account with this address.' })
  @Requires('public')
  async requestPasswordReset(@Args('input', { description: 'Whose password.' }) input: RequestPasswordResetInput, @Context() { request }: RequestContext): Promise<RequestPasswordResetPayload> {
    const outcome = await this.passwords.requestReset(input.email, request.ip);
    return { accepted: outcome.ok, userErrors: outcome.ok ? [] : outcome.errors };
  }

  @Mutation(() => ResetPasswordPayload, { description: 'Sets a new password by the link in the mail, ends every session and signs in. Code: TOKEN_INVALID.' })
  @Requires('public')
  async resetPassword(@Args('input', { description: 'What the link holds, and the new password.' }) input: ResetPasswordInput, @Context() context: RequestContext): Promise<ResetPasswordPayload> {
    return this.signedIn.begin(context, await this.passwords.reset(input.token, input.password, agentOf(context)));
  }
}

const agentOf = ({ request }: RequestContext) => request.headers['user-agent'];
