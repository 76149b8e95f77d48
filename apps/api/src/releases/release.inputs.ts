import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { AfterExpiry, ElsewhereRule, ReleaseType } from '@lynkify/domain';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { Requires } from '../access/requires.js';
import { PastedLink } from '../destinations/destination.type.js';
import { GraphQLDate } from '../graphql/scalars.js';
import { MutationPayload } from '../graphql/user-error.js';
import { ReminderSettingsInput } from '../reminders/reminder.type.js';
import { ReleaseVideoInput } from './release-video.js';
import { CaptureFormInput, PageThemeInput } from './page-theme.inputs.js';
import { AfterExpiries, ElsewhereRules, Release, ReleaseTypes } from './release.type.js';

const typeMessage = { message: 'Choose one of single, EP, album, live, mixtape, compilation and podcast episode.' };

@InputType({ description: 'A new release.' })
export class CreateReleaseInput {
  @Field(() => ID, { description: 'Whose release it is.' })
  @IsString()
  artistId: string;

  @Field(() => String, { nullable: true, description: 'Title. Without one the release is called “Untitled release” until it gets one.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000, { message: 'The title is too long.' })
  title?: string | null;

  @Field(() => ReleaseTypes, { nullable: true, description: 'What kind of release it is; a single, when nothing is said.' })
  @IsOptional()
  @IsIn(Object.values(ReleaseTypes), typeMessage)
  type?: ReleaseType | null;

  @Field(() => String, { nullable: true, description: 'The pasted text: recognised links become destinations, in order.' })
  @IsOptional()
  @IsString()
  @MaxLength(65_536, { message: 'This is too much at once. Paste at most 500 lines.' })
  links?: string | null;

  @Field(() => String, { nullable: true, description: 'Second part of the public address. Without one it is made from the title and follows it until the first publishing.' })
  @IsOptional()
  @IsString()
  @MaxLength(300, { message: 'An address has at most 80 characters.' })
  slug?: string | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'Day of release.' })
  @IsOptional()
  @IsString()
  releaseDate?: string | null;

  @Field(() => String, { nullable: true, description: 'Time of release, `HH:MM`; without one midnight.' })
  @IsOptional()
  @IsString()
  @MaxLength(20, { message: 'Enter a time between 00:00 and 23:59, like 18:30.' })
  releaseTime?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA name of the zone of date and time; without one the workspace’s.' })
  @IsOptional()
  @IsString()
  @MaxLength(100, { message: 'There is no such time zone.' })
  timeZone?: string | null;

  @Field(() => String, { nullable: true, description: 'Barcode: UPC, EAN or GTIN.' })
  @IsOptional()
  @IsString()
  @MaxLength(100, { message: 'A UPC has 12, 13 or 14 digits.' })
  upc?: string | null;

  @Field(() => String, { nullable: true, description: 'The credit as it is printed; without one the artist’s name.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000, { message: 'The credit is too long.' })
  artistCredit?: string | null;
}

@InputType({ description: 'Changes of a release. What is left out stays; null clears releaseDate, releaseTime, upc, artworkId and expires.' })
export class UpdateReleaseInput {
  @Field(() => ID, { description: 'Which release.' })
  @IsString()
  releaseId: string;

  @Field(() => Int, { nullable: true, description: 'The version that the changes were made from. When somebody saved since, nothing is changed: STALE_VERSION.' })
  @IsOptional()
  @IsInt()
  version?: number | null;

  @Field(() => String, { nullable: true, description: 'Title, 1 to 200 characters.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000, { message: 'The title is too long.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'The credit as it is printed; empty for the artist’s name.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000, { message: 'The credit is too long.' })
  artistCredit?: string | null;

  @Field(() => ReleaseTypes, { nullable: true, description: 'What kind of release it is.' })
  @IsOptional()
  @IsIn(Object.values(ReleaseTypes), typeMessage)
  type?: ReleaseType | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'Day of release; null for none.' })
  @IsOptional()
  @IsString()
  releaseDate?: string | null;

  @Field(() => String, { nullable: true, description: 'Time of release, `HH:MM`; null for midnight.' })
  @IsOptional()
  @IsString()
  @MaxLength(20, { message: 'Enter a time between 00:00 and 23:59, like 18:30.' })
  releaseTime?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA name of the zone of date and time.' })
  @IsOptional()
  @IsString()
  @MaxLength(100, { message: 'There is no such time zone.' })
  timeZone?: string | null;

  @Field(() => String, { nullable: true, description: 'Barcode: UPC, EAN or GTIN; null for none.' })
  @IsOptional()
  @IsString()
  @MaxLength(100, { message: 'A UPC has 12, 13 or 14 digits.' })
  upc?: string | null;

  @Field(() => String, { nullable: true, description: 'The label that puts it out, at most 200 characters; empty for none.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000, { message: 'The label is too long.' })
  label?: string | null;

  @Field(() => String, { nullable: true, description: 'A few lines below the buttons, at most 2,000 characters.' })
  @IsOptional()
  @IsString()
  @MaxLength(20_000, { message: 'The description is too long.' })
  description?: string | null;

  @Field(() => ID, { nullable: true, description: 'An uploaded picture; null for none.' })
  @IsOptional()
  @IsString()
  artworkId?: string | null;

  @Field(() => String, { nullable: true, description: 'What the artwork shows, for who cannot see it.' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000, { message: 'The description of the artwork is too long.' })
  artworkAlt?: string | null;

  @Field(() => PageThemeInput, { nullable: true, description: 'How the smart link looks.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => PageThemeInput)
  theme?: PageThemeInput | null;

  @Field(() => CaptureFormInput, { nullable: true, description: 'The form by which fans join. Its version goes up when its wording changes.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => CaptureFormInput)
  capture?: CaptureFormInput | null;

  @Field(() => Boolean, { nullable: true, description: 'True takes the form off the page.' })
  @IsOptional()
  @IsBoolean()
  removeCapture?: boolean | null;

  @Field(() => ReminderSettingsInput, { nullable: true, description: 'Whether the page offers a mail on release day, and in whose words.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ReminderSettingsInput)
  reminder?: ReminderSettingsInput | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the page plays the previews of its tracks.' })
  @IsOptional()
  @IsBoolean()
  previews?: boolean | null;

  @Field(() => ReleaseVideoInput, { nullable: true, description: 'The video on the page; null for none. Code: VIDEO_INVALID.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ReleaseVideoInput)
  video?: ReleaseVideoInput | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the page shows other releases of the artist.' })
  @IsOptional()
  @IsBoolean()
  alsoBy?: boolean | null;

  @Field(() => ElsewhereRules, { nullable: true, description: 'What the page does with platforms that do not operate in the fan’s country.' })
  @IsOptional()
  @IsIn(Object.values(ElsewhereRules), { message: 'Choose whether they come last or are left out.' })
  elsewhere?: ElsewhereRule | null;

  @Field(() => String, { nullable: true, description: 'When the page ends by itself, `YYYY-MM-DDTHH:MM` in the release’s zone; null for never.' })
  @IsOptional()
  @IsString()
  @MaxLength(40, { message: 'Enter a day and a time that exist, like 2026-11-27T18:30.' })
  expires?: string | null;

  @Field(() => AfterExpiries, { nullable: true, description: 'What its address does from then on.' })
  @IsOptional()
  @IsIn(Object.values(AfterExpiries), { message: 'Choose what the address does afterwards.' })
  afterExpiry?: AfterExpiry | null;
}

@InputType({ description: 'A password for the page of a release.' })
export class SetReleasePasswordInput {
  @Field(() => ID, { description: 'Which release.' })
  @IsString()
  releaseId: string;

  @Field(() => String, { nullable: true, description: 'The password, 6 to 200 characters; null: the page asks for none. Only a hash of it is kept.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000, { message: 'Use at most 200 characters.' })
  password?: string | null;
}

@InputType({ description: 'A new address for a release.' })
export class ChangeReleaseSlugInput {
  @Field(() => ID, { description: 'Which release.' })
  @IsString()
  releaseId: string;

  @Field(() => String, { description: 'Second part of the public address: 1 to 80 of a-z, 0-9 and single hyphens.' })
  @IsString()
  @MaxLength(300, { message: 'An address has at most 80 characters.' })
  slug: string;
}

@ObjectType({ description: 'What a change of a release gave.' })
@Requires('public')
export class ReleasePayload extends MutationPayload {
  @Field(() => Release, { nullable: true, description: 'The release as it is now; null when nothing was changed.' })
  release: Release | null;
}

@ObjectType({ description: 'What making a release gave.' })
@Requires('public')
export class CreateReleasePayload extends MutationPayload {
  @Field(() => Release, { nullable: true, description: 'The new release; null when none was made.' })
  release: Release | null;

  @Field(() => [PastedLink], { description: 'Each link of the text and what became of it.' })
  links: PastedLink[];
}
