import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import { Requires } from '../access/requires.js';
import { MutationPayload } from '../graphql/user-error.js';
import { Release } from '../releases/release.type.js';
import { PastedLink } from './destination.type.js';

@InputType({ description: 'Links to be added to a release.' })
export class AddDestinationsInput {
  @Field(() => ID, { description: 'Which release.' })
  @IsString()
  releaseId: string;

  @Field(() => String, { description: 'The pasted text: one or many lines, each with one or many links and any words between them.' })
  @IsString()
  @MaxLength(65_536, { message: 'This is too much at once. Paste at most 500 lines.' })
  text: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether a link of a platform that has another one already takes its place.' })
  @IsBoolean()
  replace: boolean;

  @Field(() => [String], { nullable: true, description: 'Addresses of the artist’s own shop. No address tells a shop, so this is said here; they need not stand in the text.' })
  @IsOptional()
  @ArrayMaxSize(10, { message: 'Add at most ten shops at once.' })
  @IsString({ each: true })
  @MaxLength(2_048, { each: true, message: 'This address is too long.' })
  asStore?: string[] | null;
}

@ObjectType({ description: 'What became of pasted links.' })
@Requires('public')
export class AddDestinationsPayload extends MutationPayload {
  @Field(() => Release, { nullable: true, description: 'The release with what was added.' })
  release: Release | null;

  @Field(() => [PastedLink], { description: 'Each link of the text and what became of it.' })
  links: PastedLink[];
}

@InputType({ description: 'Changes of a destination. What is left out stays; null clears offeredFrom and offeredUntil, and leaves beforeRelease to the platform.' })
export class UpdateDestinationInput {
  @Field(() => ID, { description: 'Which destination.' })
  @IsString()
  destinationId: string;

  @Field(() => String, { nullable: true, description: 'The new address. Its platform is recognised.' })
  @IsOptional()
  @IsString()
  @MaxLength(4_096, { message: 'This address is too long.' })
  url?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is switched on.' })
  @IsOptional()
  @IsBoolean()
  offered?: boolean | null;

  @Field(() => String, { nullable: true, description: 'From when on the page offers it, `YYYY-MM-DDTHH:MM` in the release’s zone.' })
  @IsOptional()
  @IsString()
  @MaxLength(40, { message: 'Enter a day and a time that exist, like 2026-11-27T18:30.' })
  offeredFrom?: string | null;

  @Field(() => String, { nullable: true, description: 'Until when the page offers it, `YYYY-MM-DDTHH:MM` in the release’s zone.' })
  @IsOptional()
  @IsString()
  @MaxLength(40, { message: 'Enter a day and a time that exist, like 2026-11-27T18:30.' })
  offeredUntil?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is of use before the release; null: as its platform usually is.' })
  @IsOptional()
  @IsBoolean()
  beforeRelease?: boolean | null;
}

@InputType({ description: 'A destination to be taken off its release.' })
export class RemoveDestinationInput {
  @Field(() => ID, { description: 'Which destination.' })
  @IsString()
  destinationId: string;
}

@InputType({ description: 'A new order of a release’s destinations.' })
export class ReorderDestinationsInput {
  @Field(() => ID, { description: 'Which release.' })
  @IsString()
  releaseId: string;

  @Field(() => [ID], { description: 'Every destination of the release once, in the new order.' })
  @ArrayMaxSize(500, { message: 'These are too many.' })
  @IsString({ each: true })
  destinationIds: string[];
}
