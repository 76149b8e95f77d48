import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Requires } from '../access/requires.js';

@ObjectType({ description: 'How a page looks. Colours are taken from the artwork unless an accent is chosen.' })
@Requires('public')
export class PageTheme {
  @Field(() => String, { description: '`auto` follows the fan’s device; `light` or `dark` is always so.' })
  appearance: string;

  @Field(() => String, { nullable: true, description: 'A colour of the artist’s own, `#rrggbb`. Null: the artwork’s.' })
  accent: string | null;

  @Field(() => String, { description: 'Shape of the buttons: `rounded`, `pill` or `square`.' })
  buttons: string;

  @Field(() => Boolean, { description: 'Whether the small line “Made with Lynkify” is shown.' })
  credit: boolean;
}

@ObjectType({ description: 'The form by which a fan leaves an email address, with the exact wording that the fan agrees to.' })
@Requires('public')
export class CaptureForm {
  @Field(() => String, { description: 'Heading of the form, e.g. “Get the next one first”.' })
  title: string;

  @Field(() => String, { description: 'The sentence beside the unticked box, stored with every consent word for word.' })
  consentText: string;

  @Field(() => Int, { description: 'Goes up whenever the wording or the fields change.' })
  version: number;

  @Field(() => Boolean, { description: 'Whether the form asks for a name too.' })
  askName: boolean;
}
