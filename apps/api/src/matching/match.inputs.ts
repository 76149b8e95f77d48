import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { Requires } from '../access/requires.js';
import { PastedLink } from '../destinations/destination.type.js';
import { MutationPayload } from '../graphql/user-error.js';
import { Release } from '../releases/release.type.js';
import type { Decision } from './match-decisions.service.js';

const fromTooLong = { message: 'This is too much at once. Paste at most 500 lines.' };

export const MatchDecisions = { ACCEPT: 'accept', REJECT: 'reject', REOPEN: 'reopen' } as const satisfies Record<string, Decision>;
registerEnumType(MatchDecisions, {
  name: 'MatchDecision',
  description: 'What is to become of a match.',
  valuesMap: {
    ACCEPT: { description: 'It is the release: it becomes a destination.' },
    REJECT: { description: 'It is not, or is not wanted: no later look-up brings it back.' },
    REOPEN: { description: 'It was turned down by mistake and waits again.' },
  },
});

@InputType({ description: 'A release from one thing.' })
export class StartReleaseInput {
  @Field(() => String, { description: 'A link of a platform (or several), a UPC or an ISRC.' })
  @IsString()
  @MaxLength(65_536, fromTooLong)
  from: string;

  @Field(() => ID, { nullable: true, description: 'Whose release it is; may be left out in a workspace with one artist.' })
  @IsOptional()
  @IsString()
  artistId?: string | null;

  @Field(() => String, { nullable: true, description: 'Second part of the public address. Without one it is made from the title, as soon as that is known.' })
  @IsOptional()
  @IsString()
  @MaxLength(300, { message: 'An address has at most 80 characters.' })
  slug?: string | null;

  @Field(() => String, { nullable: true, description: 'Title, if it is known already. No look-up changes it.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000, { message: 'A title has at most 200 characters.' })
  title?: string | null;
}

@ObjectType({ description: 'The draft, and what was pasted.' })
@Requires('public')
export class StartReleasePayload extends MutationPayload {
  @Field(() => Release, { nullable: true, description: 'The draft. Its `match` says how far the looking up is.' })
  release: Release | null;

  @Field(() => [PastedLink], { description: 'Each link of the text and what became of it.' })
  links: PastedLink[];
}

@InputType({ description: 'A release to be looked up.' })
export class MatchReleaseInput {
  @Field(() => ID, { description: 'Which release.' })
  @IsString()
  releaseId: string;

  @Field(() => [String], { nullable: true, description: 'Which services are asked anew; without them all.' })
  @IsOptional()
  @ArrayMaxSize(20, { message: 'There are not so many services.' })
  @IsString({ each: true })
  services?: string[] | null;

  @Field(() => String, { nullable: true, description: 'A UPC, an ISRC or a link, which is taken over into the release and asked by.' })
  @IsOptional()
  @IsString()
  @MaxLength(65_536, fromTooLong)
  from?: string | null;
}

@InputType({ description: 'A decision on one match.' })
export class DecideMatchInput {
  @Field(() => ID, { description: 'Which match.' })
  @IsString()
  candidateId: string;

  @Field(() => MatchDecisions, { description: 'What is to become of it.' })
  @IsIn(Object.values(MatchDecisions))
  decision: Decision;

  @Field(() => Boolean, { nullable: true, description: 'Whether it takes the place of another link of the platform.' })
  @IsOptional()
  @IsBoolean()
  replace?: boolean | null;
}

@InputType({ description: 'One decision on many matches.' })
export class DecideMatchesInput {
  @Field(() => [ID], { description: 'Which matches, at most 200.' })
  @ArrayMinSize(1, { message: 'Name at least one match.' })
  @ArrayMaxSize(200, { message: 'Decide at most 200 matches at once.' })
  @IsString({ each: true })
  candidateIds: string[];

  @Field(() => MatchDecisions, { description: 'What is to become of them.' })
  @IsIn(Object.values(MatchDecisions))
  decision: Decision;
}

@ObjectType({ description: 'What became of many decisions. Each was made by itself: those that userErrors names by their place stay undecided, the others are done.' })
@Requires('public')
export class DecideMatchesPayload extends MutationPayload {
  @Field(() => Int, { description: 'How many were decided.' })
  decided: number;
}

@InputType({ description: 'A destination that is the right one.' })
export class ConfirmDestinationInput {
  @Field(() => ID, { description: 'Which destination.' })
  @IsString()
  destinationId: string;
}
