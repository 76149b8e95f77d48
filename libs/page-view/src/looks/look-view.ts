import { wholeTheme, type PageTheme, type Picture, type WholeTheme } from '@lynkify/domain';
import { palettes, type Palettes } from '../colour/palette.js';
import type { LookView, PageFacts } from '../page-view.js';
import { channelBounds } from '../picture-view.js';
import { lookStyles } from './look-styles.js';

/** What a page's look makes of its colours, and what its rows have to know of it. */
export interface Dressed {
  theme: WholeTheme;
  look: LookView;
  palettes: Palettes;
  /** The least and the most of each channel of the picture behind the page; null: there is none. */
  behind: readonly [string, string] | null;
  /** Characters that the look takes from those of the marks. */
  taken: number;
}

/** Of what is added to a page's style sheet, in characters of marks: as much as it weighs on the way. */
const weight = 1.25;

/**
 * The look of a page.
 * @param shown the picture on the sleeve
 * @param picture the one that colours are taken from
 */
export function dress(theme: PageTheme, shown: Picture | null, picture: Picture | null, facts: Pick<PageFacts, 'mediaUrl' | 'fontsUrl'>): Dressed {
  const whole = wholeTheme(theme);
  // A picture that cannot be painted from its hash leaves the plain ground.
  const behind = whole.background === 'blur' && shown ? channelBounds(shown.thumbHash) : null;
  const background = (whole.background === 'blur' && behind === null) || (whole.background === 'bleed' && shown === null) ? 'tint' : whole.background;
  const look: LookView = { id: whole.look, weight: whole.weight, font: whole.font, background, fontsUrl: facts.fontsUrl ?? facts.mediaUrl };
  return {
    theme: whole,
    look,
    palettes: palettes(picture?.colours ?? null, whole.accent, { background, ground: whole.ground, behind }),
    behind,
    taken: Math.ceil(lookStyles(look).length * weight),
  };
}
