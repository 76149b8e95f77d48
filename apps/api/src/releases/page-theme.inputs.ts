import { Field, InputType } from '@nestjs/graphql';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';

@InputType({ description: 'Changes of how a page looks; what is left out stays.' })
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
