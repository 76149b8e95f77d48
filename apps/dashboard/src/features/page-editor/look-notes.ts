import type { WholeTheme } from '@lynkify/domain';
import { contrast, palettes } from '@lynkify/page-view';

type Grounds = Pick<WholeTheme, 'background' | 'ground'>;

const isColour = (text: string) => /^#[0-9a-f]{6}$/u.test(text);

/** Whether a colour can be used as it is, or how far it is corrected so that everybody can read what stands on it. */
export function accentNote(accent: string | null, colours: readonly [string, string] | null, on: Grounds = { background: 'tint', ground: null }): string {
  if (accent === null) return 'Left empty, it is taken from the picture.';
  if (!isColour(accent)) return 'Written as # and six digits, like #e5482d.';
  const { light, dark } = palettes(colours, accent, on);
  const corrected = [light.accent !== accent && 'light', dark.accent !== accent && 'dark'].filter((name) => name !== false);
  if (corrected.length > 0) return `On ${corrected.join(' and ')} pages it is shifted a little, so that the words on it stay readable.`;
  return `Readable as it is: ${contrast(light.accent, light.onAccent).toFixed(1)} to 1.`;
}

/** What becomes of the colour of a background, and how well words are read on it. */
export function groundNote({ background, ground, accent }: Pick<WholeTheme, 'background' | 'ground' | 'accent'>, colours: readonly [string, string] | null): string {
  if (ground !== null && !isColour(ground)) return 'Written as # and six digits, like #e5482d.';
  if (background === 'plain') return 'A plain background has no colour. Choose another one above.';
  const { light, dark } = palettes(colours, accent, { background, ground });
  const least = Math.min(...[light, dark].map((palette) => contrast(palette.quiet, palette.ground)));
  return `Shifted to a light and a dark one. The faintest words on it have ${least.toFixed(1)} to 1; 4.5 is enough.`;
}
