import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { Requires } from '../access/requires.js';
import { MutationPayload } from '../graphql/user-error.js';
import { PageThemeInput } from '../releases/page-theme.inputs.js';
import { Artist } from './artist.type.js';

@InputType({ description: 'A new artist. Its bio page is made with it, as a draft with the usual sections.' })
export class CreateArtistInput {
  @Field(() => String, { description: 'The name as fans read it, 1 to 200 characters.' })
  @IsString()
  @MaxLength(1000, { message: 'The name is too long.' })
  name: string;

  @Field(() => String, { description: 'First part of the public addresses: 2 to 40 of a-z, 0-9 and single hyphens.' })
  @IsString()
  @MaxLength(200, { message: 'A handle has at most 40 characters.' })
  handle: string;
}

@InputType({ description: 'Changes of an artist; what is left out stays.' })
export class UpdateArtistInput {
  @Field(() => ID, { description: 'Which artist.' })
  @IsString()
  artistId: string;

  @Field(() => String, { nullable: true, description: 'The new name. It stands on every published page at once; wordings of forms keep the name that is written in them.' })
  @IsOptional()
  @IsString()
  @MaxLength(1000, { message: 'The name is too long.' })
  name?: string | null;

  @Field(() => PageThemeInput, { nullable: true, description: 'How new releases look from the start; what is left out of it stays. Null: as all do. Releases that are there keep their looks.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => PageThemeInput)
  releaseTheme?: PageThemeInput | null;
}

@InputType({ description: 'A new handle for an artist.' })
export class ChangeHandleInput {
  @Field(() => ID, { description: 'Which artist.' })
  @IsString()
  artistId: string;

  @Field(() => String, { description: 'The new handle: 2 to 40 of a-z, 0-9 and single hyphens.' })
  @IsString()
  @MaxLength(200, { message: 'A handle has at most 40 characters.' })
  handle: string;
}

@ObjectType({ description: 'What a change of an artist gave.' })
@Requires('public')
export class ArtistPayload extends MutationPayload {
  @Field(() => Artist, { nullable: true, description: 'The artist as it is now; null when nothing was changed.' })
  artist: Artist | null;
}

@ObjectType({ description: 'Whether a handle can be had.' })
@Requires('public')
export class HandleAvailability {
  @Field(() => String, { nullable: true, description: 'The handle in the form in which it would be stored; null when the text is none.' })
  handle: string | null;

  @Field(() => Boolean, { description: 'Whether it can be had at this moment.' })
  available: boolean;

  @Field(() => String, { nullable: true, description: '`HANDLE_TAKEN`, `HANDLE_LOOKALIKE`, `HANDLE_RESERVED`, `HANDLE_INVALID`, `HANDLE_TOO_SHORT` or `HANDLE_TOO_LONG`; null when it is free.' })
  code: string | null;

  @Field(() => String, { nullable: true, description: 'Why not, for a person.' })
  message: string | null;

  @Field(() => String, { nullable: true, description: 'A similar handle that is free, when this one is not.' })
  suggestion: string | null;
}
