import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsBoolean, IsInt, IsObject, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { Requires } from '../access/requires.js';
import { GraphQLJSON } from '../graphql/scalars.js';
import { MutationPayload } from '../graphql/user-error.js';
import { PageThemeInput } from '../releases/page-theme.inputs.js';
import { BioPage } from './bio-page.type.js';

@InputType({ description: 'Changes of a bio page. What is left out stays; null clears portraitId.' })
export class UpdateBioPageInput {
  @Field(() => ID, { description: 'Whose page.' })
  @IsString()
  artistId: string;

  @Field(() => Int, { nullable: true, description: 'The version that the changes were made from. When somebody saved since, nothing is changed: STALE_VERSION.' })
  @IsOptional()
  @IsInt()
  version?: number | null;

  @Field(() => String, { nullable: true, description: 'One line under the name, at most 200 characters; empty for none.' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000, { message: 'The headline is too long.' })
  headline?: string | null;

  @Field(() => ID, { nullable: true, description: 'An uploaded picture; null for none.' })
  @IsOptional()
  @IsString()
  portraitId?: string | null;

  @Field(() => String, { nullable: true, description: 'What the portrait shows, for who cannot see it.' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000, { message: 'The description of the portrait is too long.' })
  portraitAlt?: string | null;

  @Field(() => PageThemeInput, { nullable: true, description: 'How the page looks.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => PageThemeInput)
  theme?: PageThemeInput | null;
}

@InputType({ description: 'One section of a bio page.' })
export class BioSectionInput {
  @Field(() => ID, { nullable: true, description: 'Of a section that stays; none for a new one.' })
  @IsOptional()
  @IsString()
  id?: string | null;

  @Field(() => String, { description: '`featured-release`, `releases`, `socials`, `links`, `text` or `signup`. A section keeps its type.' })
  @IsString()
  @MaxLength(100, { message: 'This is no type of section.' })
  type: string;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether fans see it.' })
  @IsBoolean()
  visible: boolean;

  @Field(() => GraphQLJSON, { description: 'As the settings of BioSection. Social links need only `url`; a link without `id` is a new one; the version of a form is kept by the server.' })
  @IsObject({ message: 'The settings of a section are an object.' })
  settings: Record<string, unknown>;
}

@InputType({ description: 'The whole ordered list of a bio page’s sections. Those that are not named are removed.' })
export class SetBioSectionsInput {
  @Field(() => ID, { description: 'Whose page.' })
  @IsString()
  artistId: string;

  @Field(() => Int, { nullable: true, description: 'The version that the changes were made from. When somebody saved since, nothing is changed: STALE_VERSION.' })
  @IsOptional()
  @IsInt()
  version?: number | null;

  @Field(() => [BioSectionInput], { description: 'In the order of the page.' })
  @ArrayMaxSize(40, { message: 'A page has at most 40 sections.' })
  @ValidateNested({ each: true })
  @Type(() => BioSectionInput)
  sections: BioSectionInput[];
}

@ObjectType({ description: 'What a change of a bio page gave.' })
@Requires('public')
export class BioPagePayload extends MutationPayload {
  @Field(() => BioPage, { nullable: true, description: 'The page as it is now; null when nothing was changed.' })
  bioPage: BioPage | null;
}
