import type { WholeTheme } from '@lynkify/domain';
import { minify } from '../styles/minify.js';
import { fontFiles } from './font-files.js';

type Font = Exclude<WholeTheme['font'], 'system'>;

/** What everything but the titles is set in, from what devices have: nothing is fetched for it. */
const around: Readonly<Record<Font, string>> = {
  grotesque: 'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial',
  condensed: 'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial',
  serif: 'ui-serif,Georgia,Cambria,"Noto Serif"',
  round: 'ui-rounded,system-ui,"Segoe UI",Roboto,Arial',
  mono: 'ui-monospace,Menlo,Consolas,"Droid Sans Mono","DejaVu Sans Mono"',
};

/** The letters of each file: English and its neighbours, and what Polish, Turkish and their like have besides. */
const latin = 'U+0-FF,U+152-153,U+2000-206F,U+20AC,U+2122';
const latinExtended = 'U+100-151,U+154-17F,U+218-21B,U+1E9E';

/**
 * Titles in a font of ours. `T` is the font; `U` is what every device has, scaled to take the same room, so that nothing moves
 * when the font has come. Browsers fetch the second file only where a letter of it is on the page.
 */
export function fontStyles(font: WholeTheme['font'], url: string): string {
  if (font === 'system') return '';
  const file = fontFiles[font];
  const face = (name: string, range: string) => `@font-face { font-family: T; src: url(${url}/fonts/${name}) format("woff2"); font-weight: ${file.weight}; font-display: swap; unicode-range: ${range} }`;
  return minify(`
${face(file.latin, latin)}
${face(file.latinExtended, latinExtended)}
@font-face { font-family: U; src: local(Arial),local(Roboto),local("Liberation Sans"); font-weight: 1 999; size-adjust: ${file.scale}%; ascent-override: ${file.ascent}%; descent-override: ${file.descent}%; line-gap-override: 0% }
.page { --around: ${around[font]},var(--script,sans-serif),sans-serif; font-family: var(--around) }
h1,.page .type :is(b,h1),.about strong { font-family: T,U,var(--around); font-weight: ${file.weight} }
`);
}
