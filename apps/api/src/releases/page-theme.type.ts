import { wholeTheme, type PageTheme as Theme, type WholeTheme } from '@lynkify/domain';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Requires } from '../access/requires.js';

export const PageLooks = { SLEEVE: 'sleeve', GALLERY: 'gallery', POSTER: 'poster', LINER: 'liner', HAZE: 'haze', TAPE: 'tape', POP: 'pop', HALO: 'halo' } as const satisfies Record<string, WholeTheme['look']>;
registerEnumType(PageLooks, {
  name: 'PageLook',
  description: 'A design of a page. Each brings buttons, a font and a background, all of which can be changed; every one exists in light and dark and keeps its words readable (WCAG AA) whatever the artwork.',
  valuesMap: {
    SLEEVE: { description: 'The artwork on its own quiet colour, plain rows below: what pages have from the start.' },
    GALLERY: { description: 'White walls: the artwork in a mat, a small label, rows parted by hairlines.' },
    POSTER: { description: 'The title as large as it goes, on the artwork’s strong colour.' },
    LINER: { description: 'Liner notes: a bookish serif, a double rule, numbered rows.' },
    HAZE: { description: 'The artwork’s light, blurred, behind everything.' },
    TAPE: { description: 'The label of a cassette: typewriter letters, thick lines, a frame.' },
    POP: { description: 'One block of colour, heavy round letters, round buttons.' },
    HALO: { description: 'The artwork to the edges, fading out; wide, light capitals.' },
  },
});

export const ButtonWeights = { QUIET: 'quiet', OUTLINE: 'outline', SOLID: 'solid', LINE: 'line' } as const satisfies Record<string, WholeTheme['weight']>;
registerEnumType(ButtonWeights, {
  name: 'ButtonWeight',
  description: 'How strongly buttons are drawn.',
  valuesMap: {
    QUIET: { description: 'A faint box.' },
    OUTLINE: { description: 'A strong outline without a fill.' },
    SOLID: { description: 'Filled with the accent.' },
    LINE: { description: 'No box: a hairline below each.' },
  },
});

export const PageFonts = { SYSTEM: 'system', GROTESQUE: 'grotesque', CONDENSED: 'condensed', SERIF: 'serif', ROUND: 'round', MONO: 'mono' } as const satisfies Record<string, WholeTheme['font']>;
registerEnumType(PageFonts, {
  name: 'PageFont',
  description: 'What titles are set in. All but `SYSTEM` are fetched from the pages’ own address, at most 20 KB, after the page is shown.',
  valuesMap: {
    SYSTEM: { description: 'What the fan’s device has: nothing is fetched.' },
    GROTESQUE: { description: 'Bricolage Grotesque.' },
    CONDENSED: { description: 'Oswald, narrow and tall.' },
    SERIF: { description: 'Newsreader, as in books.' },
    ROUND: { description: 'Nunito, heavy and round.' },
    MONO: { description: 'JetBrains Mono, as typewriters have it.' },
  },
});

export const PageBackgrounds = { TINT: 'tint', PLAIN: 'plain', COLOUR: 'colour', BLUR: 'blur', FRAME: 'frame', BLEED: 'bleed' } as const satisfies Record<string, WholeTheme['background']>;
registerEnumType(PageBackgrounds, {
  name: 'PageBackground',
  description: 'What a page stands on. Without a picture, `BLUR` and `BLEED` are `TINT`.',
  valuesMap: {
    TINT: { description: 'Quietly tinted with the artwork’s colour.' },
    PLAIN: { description: 'White, or almost black.' },
    COLOUR: { description: 'The artwork’s colour, strong.' },
    BLUR: { description: 'The artwork, blurred; nothing more is fetched for it.' },
    FRAME: { description: 'A frame of the accent around the page.' },
    BLEED: { description: 'The picture reaches to the edges and fades out.' },
  },
});

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

  @Field(() => PageLooks, { description: 'The design that the page follows.' })
  look: WholeTheme['look'];

  @Field(() => ButtonWeights, { description: 'How strongly its buttons are drawn.' })
  weight: WholeTheme['weight'];

  @Field(() => PageFonts, { description: 'What its titles are set in.' })
  font: WholeTheme['font'];

  @Field(() => PageBackgrounds, { description: 'What it stands on.' })
  background: WholeTheme['background'];

  @Field(() => String, { nullable: true, description: 'The colour that the background is made of, `#rrggbb`, shifted as far as words have to be readable on it. Null: the artwork’s.' })
  ground: string | null;
}

/** A stored theme with everything said, also what came later than it. */
export function toPageTheme(theme: Theme): PageTheme {
  return wholeTheme(theme);
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
