import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsOptional, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Requires } from '../access/requires.js';
import type { TrackEntity } from './track.entity.js';

@ObjectType({ description: 'One recording of a release.' })
@Requires('releases:read')
export class Track {
  @Field(() => ID, { description: 'Changes when the list of tracks is set anew.' })
  id: string;

  @Field(() => Int, { description: 'Place on the release, from 0.' })
  position: number;

  @Field(() => String, { description: 'Title as it is printed.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'The recording’s code, twelve characters without hyphens.' })
  isrc: string | null;

  @Field(() => Int, { nullable: true, description: 'Length in milliseconds.' })
  durationMs: number | null;

  @Field(() => String, { nullable: true, description: 'Address of half a minute of it, as a music service lends it; null when none does for good.' })
  previewUrl: string | null;
}

export function toTrack({ id, position, title, isrc, durationMs, previewUrl }: TrackEntity): Track {
  return { id, position, title, isrc, durationMs, previewUrl };
}

@InputType({ description: 'One recording of a release.' })
export class TrackInput {
  @Field(() => String, { description: 'Title, 1 to 200 characters.' })
  @IsString()
  @MaxLength(1000, { message: 'The title is too long.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'ISRC, with or without hyphens.' })
  @IsOptional()
  @IsString()
  @MaxLength(100, { message: 'An ISRC has 12 characters.' })
  isrc?: string | null;

  @Field(() => Int, { nullable: true, description: 'Length in milliseconds.' })
  @IsOptional()
  @IsInt()
  @Min(1, { message: 'A track is longer than nothing.' })
  @Max(86_400_000, { message: 'A track is shorter than a day.' })
  durationMs?: number | null;
}

@InputType({ description: 'The whole list of a release’s tracks, in order.' })
export class SetTracksInput {
  @Field(() => ID, { description: 'Which release.' })
  @IsString()
  releaseId: string;

  @Field(() => [TrackInput], { description: 'At most 300 tracks; an empty list removes all.' })
  @ArrayMaxSize(300, { message: 'A release has at most 300 tracks.' })
  @ValidateNested({ each: true })
  @Type(() => TrackInput)
  tracks: TrackInput[];
}
