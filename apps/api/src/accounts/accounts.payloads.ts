import { Field, ObjectType } from '@nestjs/graphql';
import { Requires } from '../access/requires.js';
import { MutationPayload } from '../graphql/user-error.js';
import { Me } from './me.type.js';

@ObjectType({ description: 'What came of a sign-up; alike for known and unknown addresses.' })
@Requires('public')
export class SignUpPayload extends MutationPayload {
  @Field(() => Boolean, { description: 'Whether it was taken on. What to do next stands in the mail.' })
  accepted: boolean;
}

@ObjectType({ description: 'What came of asking for a new password; alike for known and unknown addresses.' })
@Requires('public')
export class RequestPasswordResetPayload extends MutationPayload {
  @Field(() => Boolean, { description: 'Whether it was taken on. If there is such an account, a mail is on its way.' })
  accepted: boolean;
}

@ObjectType({ description: 'What came of signing out.' })
@Requires('public')
export class SignOutPayload {
  @Field(() => Boolean, { description: 'Always true: afterwards nobody is signed in here.' })
  signedOut: boolean;
}

@ObjectType({ isAbstract: true })
@Requires('public')
abstract class MePayload extends MutationPayload {
  @Field(() => Me, { nullable: true, description: 'Whoever is signed in afterwards; null when it was refused.' })
  me: Me | null;
}

@ObjectType({ description: 'What came of signing in.' })
@Requires('public')
export class SignInPayload extends MePayload {}

@ObjectType({ description: 'What came of confirming an address.' })
@Requires('public')
export class ConfirmEmailPayload extends MePayload {}

@ObjectType({ description: 'What came of setting a new password by mail.' })
@Requires('public')
export class ResetPasswordPayload extends MePayload {}

@ObjectType({ description: 'What came of changing the password.' })
@Requires('public')
export class ChangePasswordPayload extends MePayload {}

@ObjectType({ description: 'What came of changing the profile.' })
@Requires('public')
export class UpdateProfilePayload extends MePayload {}

@ObjectType({ description: 'What came of ending a session.' })
@Requires('public')
export class EndSessionPayload extends MePayload {}

@ObjectType({ description: 'What came of ending all other sessions.' })
@Requires('public')
export class EndOtherSessionsPayload extends MePayload {}
