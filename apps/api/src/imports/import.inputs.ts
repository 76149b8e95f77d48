import { Field, ID, InputType, PickType } from '@nestjs/graphql';
import { ArrayMaxSize, IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { columnRoles, type ColumnRole } from './csv/columns.js';
import { dateOrders, type DateOrder } from './csv/read-dates.js';
import { ColumnRoles, DateOrders } from './import.type.js';

@InputType({ description: 'A catalogue as text. Larger files, in any encoding, go to POST /v1/imports.' })
export class StartCsvImportInput {
  @Field(() => String, { description: 'Comma-, semicolon- or tab-separated values.' })
  @IsString()
  text: string;

  @Field(() => String, { nullable: true, description: 'Name of the file it is from.' })
  @IsOptional()
  @IsString()
  @MaxLength(500, { message: 'The name of the file is too long.' })
  fileName?: string | null;

  @Field(() => ID, { nullable: true, description: 'Whose releases all lines are. Without it each line names its artist, unless the workspace has only one.' })
  @IsOptional()
  @IsString()
  artistId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether artists that a line names and nobody knows are added. Needs artists:write.' })
  @IsOptional()
  @IsBoolean()
  createArtists?: boolean | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Begins at once, by what the columns are guessed to be.' })
  @IsBoolean()
  start: boolean;
}

@InputType({ description: 'What the columns of a file are, and whose releases it holds. What is left out stays.' })
export class ChangeImportMappingInput extends PickType(StartCsvImportInput, ['createArtists']) {
  @Field(() => ID, { description: 'Which import.' })
  @IsString()
  importId: string;

  @Field(() => [ColumnRoles], { nullable: true, description: 'What each column is, in their order: one is the title, none but links twice.' })
  @IsOptional()
  @ArrayMaxSize(200, { message: 'A file has at most 200 columns.' })
  @IsIn(columnRoles, { each: true, message: 'This is nothing that a column can be.' })
  roles?: ColumnRole[] | null;

  @Field(() => DateOrders, { nullable: true, description: 'In which order dates in numbers are written.' })
  @IsOptional()
  @IsIn(dateOrders, { message: 'Choose one of YMD, DMY and MDY.' })
  dateOrder?: DateOrder | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the first row names the columns.' })
  @IsOptional()
  @IsBoolean()
  hasHeadings?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Whose releases all lines are; null when each line names its artist.' })
  @IsOptional()
  @IsString()
  artistId?: string | null;
}

@InputType({ description: 'An import.' })
export class ImportInput {
  @Field(() => ID, { description: 'Which import.' })
  @IsString()
  importId: string;
}

@InputType({ description: 'Every release of an artist, from their page at a music service.' })
export class StartArtistImportInput {
  @Field(() => ID, { description: 'Whose releases they become.' })
  @IsString()
  artistId: string;

  @Field(() => String, { description: 'The artist’s page on Apple Music, Deezer or MusicBrainz, or on another service that this instance has keys for.' })
  @IsString()
  @MaxLength(4_096, { message: 'This address is too long.' })
  url: string;

  @Field(() => String, { nullable: true, description: 'Country whose catalogue is read, two letters; without it the instance’s.' })
  @IsOptional()
  @IsString()
  @MaxLength(10, { message: 'Give the country as two letters, like DE.' })
  country?: string | null;

  @Field(() => [String], { nullable: true, description: 'Releases of the page to leave out, by their `url` as the preview gives it.' })
  @IsOptional()
  @ArrayMaxSize(1_000, { message: 'Leave out at most 1,000 releases.' })
  @IsString({ each: true })
  @MaxLength(2_048, { each: true, message: 'This address is too long.' })
  except?: string[] | null;
}

@InputType({ description: 'An artist’s page to be looked at.' })
export class PreviewArtistImportInput extends PickType(StartArtistImportInput, ['url', 'country']) {
  @Field(() => ID, { nullable: true, description: 'The artist beside whose releases it is looked at.' })
  @IsOptional()
  @IsString()
  artistId?: string | null;
}
