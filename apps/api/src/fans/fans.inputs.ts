import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { Requires } from '../access/requires.js';
import { MutationPayload } from '../graphql/user-error.js';
import { Fan } from './fan.type.js';

const fanId = { description: 'The fan’s id.' };

@InputType({ description: 'What to change of a fan. What is left out stays.' })
export class UpdateFanInput {
  @Field(() => ID, fanId)
  @IsString()
  fanId: string;

  @Field(() => String, { nullable: true, description: 'Name, at most 200 characters; empty or null takes it away.' })
  @IsOptional()
  @MaxLength(2_000, { message: 'The name is too long; at most 200 characters fit.' })
  name?: string | null;
}

@InputType({ description: 'Whom to ask once more for a confirmation.' })
export class ResendConfirmationInput {
  @Field(() => ID, fanId)
  @IsString()
  fanId: string;
}

@InputType({ description: 'Whose withdrawal to enter by hand.' })
export class UnsubscribeFanInput {
  @Field(() => ID, fanId)
  @IsString()
  fanId: string;
}

@InputType({ description: 'Whom to erase.' })
export class DeleteFanInput {
  @Field(() => ID, fanId)
  @IsString()
  fanId: string;
}

@ObjectType({ description: 'The fan, or why nothing was changed.' })
@Requires('fans:write')
export class FanPayload extends MutationPayload {
  @Field(() => Fan, { nullable: true, description: 'The fan as they are now.' })
  fan: Fan | null;
}

@ObjectType({ description: 'Who was erased, or why nobody was.' })
@Requires('fans:write')
export class DeleteFanPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'Id that the fan had.' })
  deletedFanId: string | null;
}

@InputType({ description: 'An answer given by a link in a mail.' })
export class OptInAnswerInput {
  @Field(() => String, { description: 'Last part of the link’s address.' })
  @MaxLength(400, { message: 'This is no token of a link.' })
  token: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether a mail program unsubscribed by itself (RFC 8058), without our page. Only for unsubscribeByLink.' })
  @IsOptional()
  oneClick?: boolean | null;
}

@ObjectType({ description: 'Whom the answer was about, or why it does not count.' })
@Requires('renderer')
export class OptInAnswerPayload extends MutationPayload {
  @Field(() => String, { nullable: true, description: 'Name of the artist, for the page that thanks.' })
  artistName: string | null;

  @Field(() => String, { nullable: true, description: 'Handle of the artist, for the way back.' })
  artistHandle: string | null;
}
