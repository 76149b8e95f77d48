import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import { Requires } from '../access/requires.js';
import { MutationPayload } from '../graphql/user-error.js';

@ObjectType({ description: 'Whether the page of a release offers a mail on release day, and in whose words.' })
@Requires('releases:read')
export class ReminderSettings {
  @Field(() => Boolean, { description: 'True, and the page asks as long as the release is not out. Who confirmed gets the mail even when it is switched off afterwards.' })
  on: boolean;

  @Field(() => String, { description: 'The artist’s own sentence beside the button. Empty: ours, in the fan’s language.' })
  consentText: string;

  @Field(() => Int, { description: 'Goes up with every change of the sentence.' })
  version: number;
}

@InputType({ description: 'Reminders of a release. What is left out stays.' })
export class ReminderSettingsInput {
  @Field(() => Boolean, { nullable: true, description: 'Whether the page offers a mail on release day.' })
  @IsOptional()
  @IsBoolean()
  on?: boolean | null;

  @Field(() => String, { nullable: true, description: 'The sentence beside the button, at most 600 characters; empty for ours. It should say that this is one mail on release day and nothing else.' })
  @IsOptional()
  @IsString()
  @MaxLength(6_000, { message: 'At most 600 characters fit.' })
  consentText?: string | null;
}

@ObjectType({ description: 'Fans who asked for a mail on release day. They are no captures: who asks for one mail has not joined, and is in no number of those who did.' })
@Requires('fans:read')
export class ReminderCounts {
  @Field(() => Int, { description: 'Asked on the page, and did not call it off.' })
  asked: number;

  @Field(() => Int, { description: 'Of those, who confirmed that the address is theirs. Only they are written to.' })
  confirmed: number;

  @Field(() => Int, { description: 'Of those, who got the mail.' })
  sent: number;

  @Field(() => Int, { description: 'Of the confirmed, whose mail server refused the mail for good.' })
  refused: number;
}

@ObjectType({ description: 'What the link of a mail about a reminder is about. For the renderer.' })
@Requires('renderer')
export class LinkedReminder {
  @Field(() => String, { description: 'Title of the release.' })
  releaseTitle: string;

  @Field(() => String, { description: 'Credit of the release.' })
  artistCredit: string;

  @Field(() => String, { description: 'Path of its page, or of the artist’s where it has none.' })
  path: string;

  @Field(() => [String], { description: 'Platforms that its page will offer, in order.' })
  platforms: string[];

  @Field(() => String, { nullable: true, description: 'The platform that the fan prefers, where that is known.' })
  platform: string | null;

  @Field(() => Boolean, { description: 'Whether the release is out already.' })
  isOut: boolean;
}

@InputType({ description: 'A reminder that is confirmed by the link in the mail.' })
export class ConfirmReminderInput {
  @Field(() => String, { description: 'Last part of the link’s address.' })
  @MaxLength(400, { message: 'This is no token of a link.' })
  token: string;

  @Field(() => String, { nullable: true, description: 'The platform that the fan picked; null leaves what is known.' })
  @IsOptional()
  @IsString()
  @MaxLength(40, { message: 'This is no platform.' })
  platform?: string | null;
}

@InputType({ description: 'A reminder that is called off by the link in the mail.' })
export class CancelReminderInput {
  @Field(() => String, { description: 'Last part of the link’s address.' })
  @MaxLength(400, { message: 'This is no token of a link.' })
  token: string;

  @Field(() => Boolean, { nullable: true, description: 'True: by the mail program itself (RFC 8058), without our page.' })
  @IsOptional()
  @IsBoolean()
  oneClick?: boolean | null;
}

@ObjectType({ description: 'What an answer about a reminder gave.' })
@Requires('renderer')
export class ReminderAnswerPayload extends MutationPayload {
  @Field(() => LinkedReminder, { nullable: true, description: 'What it was about; null when nothing was changed.' })
  reminder: LinkedReminder | null;
}
