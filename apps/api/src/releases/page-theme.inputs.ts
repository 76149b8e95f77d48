import { Field, InputType } from '@nestjs/graphql';
import type { WholeTheme } from '@lynkify/domain';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { ButtonWeights, PageBackgrounds, PageFonts, PageLooks } from './page-theme.type.js';

@InputType({ description: 'Changes of how a page looks; what is left out stays. Another look brings its own buttons, weight, font and background, unless they are given with it.' })
export class PageThemeInput {
  @Field(() => String, { nullable: true, description: '`auto`, `light` or `dark`.' })
  @IsOptional()
  @IsString()
  appearance?: string | null;

  @Field(() => String, { nullable: true, description: '`#rrggbb`; null for the artwork’s own colours.' })
  @IsOptional()
  @IsString()
  @MaxLength(20, { message: 'Write the colour as # and six digits of 0-9 and a-f, like #e5482d.' })
  accent?: string | null;

  @Field(() => String, { nullable: true, description: '`rounded`, `pill` or `square`.' })
  @IsOptional()
  @IsString()
  buttons?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the small line “Made with Lynkify” is shown.' })
  @IsOptional()
  @IsBoolean()
  credit?: boolean | null;

  @Field(() => PageLooks, { nullable: true, description: 'The design that the page follows.' })
  @IsOptional()
  @IsIn(Object.values(PageLooks), { message: 'Choose one of the looks.' })
  look?: WholeTheme['look'] | null;

  @Field(() => ButtonWeights, { nullable: true, description: 'How strongly its buttons are drawn.' })
  @IsOptional()
  @IsIn(Object.values(ButtonWeights), { message: 'Choose how strongly buttons are drawn.' })
  weight?: WholeTheme['weight'] | null;

  @Field(() => PageFonts, { nullable: true, description: 'What its titles are set in.' })
  @IsOptional()
  @IsIn(Object.values(PageFonts), { message: 'Choose one of the fonts.' })
  font?: WholeTheme['font'] | null;

  @Field(() => PageBackgrounds, { nullable: true, description: 'What it stands on.' })
  @IsOptional()
  @IsIn(Object.values(PageBackgrounds), { message: 'Choose one of the backgrounds.' })
  background?: WholeTheme['background'] | null;

  @Field(() => String, { nullable: true, description: 'The colour that the background is made of, `#rrggbb`; null for the artwork’s.' })
  @IsOptional()
  @IsString()
  @MaxLength(20, { message: 'Write the colour as # and six digits of 0-9 and a-f, like #f4e9d8.' })
  ground?: string | null;
}

@InputType({ description: 'The form by which fans join.' })
export class CaptureFormInput {
  @Field(() => String, { description: 'Heading, at most 120 characters.' })
  @IsString()
  @MaxLength(1_000, { message: 'The heading is too long.' })
  title: string;

  @Field(() => String, { description: 'The exact sentence that fans agree to: who writes, about what, and that it can be ended. At most 600 characters.' })
  @IsString()
  @MaxLength(5_000, { message: 'The sentence is too long.' })
  consentText: string;

  @Field(() => Boolean, { description: 'Whether the form asks for a name too.' })
  @IsBoolean()
  askName: boolean;
}
