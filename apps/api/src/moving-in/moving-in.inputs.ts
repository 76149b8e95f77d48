import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';

const tooLong = { message: 'This address is too long.' };

@InputType({ description: 'A page to be read.' })
export class ReadPageInput {
  @Field(() => String, { description: 'Its address: of lnk.to, ffm.to, linktr.ee, fanlink.to, song.link, a HyperFollow page, Bandcamp, or any page with links.' })
  @IsString()
  @MaxLength(4_096, tooLong)
  url: string;
}

@InputType({ description: 'What of a page becomes a release, or is added to one.' })
export class MoveInInput {
  @Field(() => String, { description: 'The page that it comes from.' })
  @IsString()
  @MaxLength(4_096, tooLong)
  url: string;

  @Field(() => ID, { nullable: true, description: 'Whose release it becomes. May be left out in a workspace with one artist.' })
  @IsOptional()
  @IsString()
  artistId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A release to add the links to, instead of making one.' })
  @IsOptional()
  @IsString()
  releaseId?: string | null;

  @Field(() => String, { nullable: true, description: 'Title of a new release.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000, { message: 'The title is too long.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'The credit of a new release as it is printed; without one the artist’s name.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000, { message: 'The credit is too long.' })
  artistCredit?: string | null;

  @Field(() => [String], { description: 'Addresses on platforms, those of the page that were chosen.' })
  @ArrayMaxSize(500, { message: 'Choose at most 500 links.' })
  @IsString({ each: true })
  @MaxLength(2_048, { each: true, ...tooLong })
  links: string[];

  @Field(() => String, { nullable: true, description: 'The old page’s name in its address, for a new release: kept if it is free.' })
  @IsOptional()
  @IsString()
  @MaxLength(300, { message: 'An address has at most 80 characters.' })
  slug?: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the picture to take along, where the release has none.' })
  @IsOptional()
  @IsString()
  @MaxLength(4_096, tooLong)
  artworkUrl?: string | null;
}

@InputType({ description: 'A link for a bio page.' })
export class BioLinkInput {
  @Field(() => String, { description: 'The words on it.' })
  @IsString()
  @MaxLength(1_000, { message: 'The title is too long.' })
  title: string;

  @Field(() => String, { description: 'Where it leads.' })
  @IsString()
  @MaxLength(2_048, tooLong)
  url: string;
}

@InputType({ description: 'What of a page is added to a bio page.' })
export class MoveInToBioPageInput {
  @Field(() => ID, { description: 'Whose bio page.' })
  @IsString()
  artistId: string;

  @Field(() => [BioLinkInput], { description: 'Links, in order.' })
  @ArrayMaxSize(200, { message: 'Choose at most 200 links.' })
  @ValidateNested({ each: true })
  @Type(() => BioLinkInput)
  links: BioLinkInput[];

  @Field(() => [String], { description: 'Addresses of profiles, for the row of social links.' })
  @ArrayMaxSize(100, { message: 'Choose at most 100 profiles.' })
  @IsString({ each: true })
  @MaxLength(2_048, { each: true, ...tooLong })
  socials: string[];
}
