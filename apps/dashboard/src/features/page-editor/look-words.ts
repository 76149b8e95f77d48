import type { WholeTheme } from '@lynkify/domain';

/** What can be chosen of a page's looks, as people read it. */
export const lookWords: { readonly [Field in 'look' | 'appearance' | 'buttons' | 'weight' | 'font' | 'background']: Readonly<Record<WholeTheme[Field], string>> } = {
  look: { sleeve: 'Sleeve', gallery: 'Gallery', poster: 'Poster', liner: 'Liner notes', haze: 'Haze', tape: 'Tape', pop: 'Pop', halo: 'Halo' },
  appearance: { auto: 'As on the fan’s device', light: 'Light', dark: 'Dark' },
  buttons: { rounded: 'Rounded', pill: 'Pill', square: 'Square' },
  weight: { quiet: 'Quiet', outline: 'Outline', solid: 'Filled', line: 'Lines' },
  font: { system: 'The fan’s own', grotesque: 'Bricolage Grotesque', condensed: 'Oswald, narrow', serif: 'Newsreader, bookish', round: 'Nunito, round', mono: 'JetBrains Mono, typewriter' },
  background: { tint: 'A tint of the picture', plain: 'Plain', colour: 'The picture’s colour', blur: 'The picture, blurred', frame: 'A frame', bleed: 'The picture to the edges' },
};
