import { offeredDestinations, type SmartLinkDocument } from '@lynkify/domain';
import type { Platform } from '@lynkify/platforms';
import { readable, toOklch } from './colour/colour.js';
import { controlContrast, groundsOf, textContrast, type Palette } from './colour/palette.js';
import type { Dressed } from './looks/look-view.js';
import type { DestinationRow } from './page-view.js';
import { actionOf, affordablyDrawn, drawnCharacters, operatesIn, platformLook } from './platform-look.js';
import type { Strings } from './strings/strings.js';

/** What rows need to know of the page they stand on. */
interface RowSetting {
  path: string;
  now: Date;
  announced: boolean;
  country: string | null;
  /** The platform that the fan chose: wherever they are, it is theirs. */
  own: string | null;
  /** Characters that are taken from those of the marks, for what only some fans get. */
  taken: number;
  dressed: Pick<Dressed, 'look' | 'palettes' | 'behind'>;
  words: Strings;
}

/** A mark's colour on a row: letters have to be read, a drawing has to be told from its ground. */
function markColour({ mark, colour }: Platform, palette: Palette, { look, behind }: Pick<Dressed, 'look' | 'behind'>): string {
  // A brand that is black or white is written in the page's own ink.
  if (toOklch(colour).c < 0.03) return palette.text;
  // Rows without a fill show what lies below them.
  const grounds = look.weight === 'quiet' && behind === null ? [palette.surface] : groundsOf(palette, behind);
  return readable(colour, grounds, 'letters' in mark ? textContrast : controlContrast);
}

/** In the artist's order; what is of no use where the fan is comes after the others, or is left out unless nothing else is there. */
function inOrder(looks: readonly Platform[], rule: SmartLinkDocument['elsewhere'], country: string | null, own: string | null): Platform[] {
  const useful = looks.filter((look) => operatesIn(look, country));
  if (rule === 'hide' && useful.length > 0) return looks.filter((look) => look.id === own || useful.includes(look));
  return [...useful, ...looks.filter((look) => !useful.includes(look))];
}

/** The rows of a smart link, of what it offers now. */
export function destinationRows(document: SmartLinkDocument, { path, now, announced, country, own, taken, dressed, words }: RowSetting): DestinationRow[] {
  const looks = inOrder(offeredDestinations(document, now.getTime()).map(({ platform }) => platformLook(platform)), document.elsewhere, country, own);
  return affordablyDrawn(looks, drawnCharacters.platforms - taken).map((look) => ({
    platform: look.id,
    name: look.name,
    action: actionOf(look, announced, words),
    href: `${path}/go/${encodeURIComponent(look.id)}`,
    mark: look.mark,
    colours: { light: markColour(look, dressed.palettes.light, dressed), dark: markColour(look, dressed.palettes.dark, dressed) },
  }));
}
