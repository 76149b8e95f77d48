import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, IsUUID, MaxLength } from 'class-validator';

// Generous caps that keep nonsense out; what a person is told comes from the rules in the services.
const tooLong = { message: 'This is too long.' };

@InputType({ description: 'A new account.' })
export class SignUpInput {
  @Field(() => String, { description: 'Address to sign in with. A mail with a link goes there.' })
  @MaxLength(1_000, tooLong)
  email: string;

  @Field(() => String, { description: 'At least 10 characters.' })
  @MaxLength(5_000, tooLong)
  password: string;

  @Field(() => String, { description: 'What others call the person.' })
  @MaxLength(5_000, tooLong)
  name: string;

  @Field(() => String, { nullable: true, description: 'Token of an invitation to this very address: it confirms the address and joins the workspace.' })
  @IsOptional()
  @MaxLength(200, tooLong)
  invitationToken?: string | null;
}

@InputType({ description: 'An email and a password.' })
export class SignInInput {
  @Field(() => String, { description: 'Address of the account.' })
  @MaxLength(1_000, tooLong)
  email: string;

  @Field(() => String, { description: 'Password of the account.' })
  @MaxLength(5_000, tooLong)
  password: string;
}

@InputType({ description: 'The answer to the mail that confirms an address.' })
export class ConfirmEmailInput {
  @Field(() => String, { description: 'Token from the link in the mail.' })
  @MaxLength(200, tooLong)
  token: string;
}

@InputType({ description: 'Somebody forgot their password.' })
export class RequestPasswordResetInput {
  @Field(() => String, { description: 'Address of the account. If there is one, a mail with a link goes there.' })
  @MaxLength(1_000, tooLong)
  email: string;
}

@InputType({ description: 'A new password in place of a forgotten one.' })
export class ResetPasswordInput {
  @Field(() => String, { description: 'Token from the link in the mail.' })
  @MaxLength(200, tooLong)
  token: string;

  @Field(() => String, { description: 'The new password, at least 10 characters.' })
  @MaxLength(5_000, tooLong)
  password: string;
}

@InputType({ description: 'Another password for the signed-in user.' })
export class ChangePasswordInput {
  @Field(() => String, { description: 'The password until now.' })
  @MaxLength(5_000, tooLong)
  currentPassword: string;

  @Field(() => String, { description: 'The new password, at least 10 characters.' })
  @MaxLength(5_000, tooLong)
  newPassword: string;
}

@InputType({ description: 'What the signed-in user says of themself.' })
export class UpdateProfileInput {
  @Field(() => String, { description: 'Name that the other members see.' })
  @MaxLength(5_000, tooLong)
  name: string;
}

@InputType({ description: 'A session to end.' })
export class EndSessionInput {
  @Field(() => ID, { description: 'Id of one of the signed-in user’s sessions.' })
  @IsUUID('all', { message: 'This is no id of a session.' })
  sessionId: string;
}
