import type { LookId, WholeTheme } from '@lynkify/domain';
import type { LookView } from '../page-view.js';
import { minify } from '../styles/minify.js';
import { fontStyles } from './font-styles.js';

/** What each look lays out differently. Colours are tokens, so that contrast is the palette's matter alone. */
const layouts: Readonly<Record<LookId, string>> = {
  sleeve: '',
  // A white wall: the picture in a mat, and a label beside it.
  gallery: `
.smart-link .sleeve { padding-top: 28px; text-align: start }
.smart-link .sleeve .art { margin-inline: 0 }
.sleeve picture.art { padding: 4%; border: 1px solid var(--line); border-radius: 0; background: var(--surface) }
.portrait { display: block; padding: 20px 20px 0 }
h1,.bio-page h1 { font-weight: 500; letter-spacing: -.015em }
.titles h1 { font-size: 22px }
.name { font-weight: 400 }
@media (min-width:760px) { .smart-link .titles h1 { font-size: 28px } .portrait { padding: 32px 32px 0 } }
`,
  // The title first, as large as it goes, the picture below it.
  poster: `
.smart-link .sleeve { display: flex; flex-direction: column-reverse; align-items: flex-start; padding-bottom: 8px; text-align: start }
.smart-link .sleeve .art { width: clamp(150px,100vh - 530px,100%); width: clamp(150px,100svh - 530px,100%); margin: 16px 0 0 }
.sleeve .art { border-radius: 0 }
h1 { text-transform: uppercase; letter-spacing: -.01em; line-height: 1.02 }
.titles h1 { font-size: min(46px,13vw) }
.titles h1.short { font-size: min(74px,19vw) }
.titles h1.long { font-size: 27px; line-height: 1.1 }
.bio-page .titles h1 { font-size: min(80px,12.6vw); letter-spacing: -.01em }
.bio-page .titles h1.short { font-size: min(110px,19vw) }
.bio-page .titles h1.long { font-size: 30px }
.name,.filled { text-transform: uppercase; letter-spacing: .04em; font-weight: 650 }
@media (min-width:760px) {
  .smart-link .sleeve { justify-content: flex-end; padding: 48px 32px 32px }
  .smart-link .sleeve .art { width: min(100%,100vh - 330px); width: min(100%,100svh - 330px); margin-top: 24px }
  .smart-link .titles { width: 100%; padding: 0 }
  .smart-link .titles h1 { font-size: min(72px,5.4vw) }
  .smart-link .titles h1.short { font-size: min(112px,9vw) }
  .smart-link .titles h1.long { font-size: 36px }
  .bio-page .titles h1 { font-size: min(96px,5vw) }
  .bio-page .titles h1.short { font-size: min(150px,7.8vw) }
}
`,
  // The inside of a booklet: a double rule, and rows that are numbered.
  liner: `
.smart-link .sleeve { padding-bottom: 20px; border-bottom: 3px double var(--control) }
.sleeve .art { border-radius: 2px }
h1,.bio-page h1 { font-weight: 500; letter-spacing: -.01em }
.titles h1 { font-size: 31px }
.titles .by { font-size: 18px }
.rows { counter-reset: row }
.row::before { counter-increment: row; content: counter(row) "."; min-width: 22px; color: var(--quiet); font-variant-numeric: tabular-nums }
.lead::before { color: inherit }
@media (min-width:760px) { .smart-link .sleeve { border-bottom: 0; border-inline-end: 3px double var(--control) } .smart-link .titles h1 { font-size: 44px } }
`,
  // The picture's own light behind everything.
  haze: `
.sleeve picture.art { border-radius: 22px }
.smart-link .sleeve { padding-top: 32px }
.portrait { display: block; width: 62%; margin: 32px auto 0 }
.portrait img { border-radius: 22px }
.bio-page .titles { text-align: center }
.headline { margin-inline: auto }
@media (min-width:760px) { .portrait { flex: none; margin-top: auto } .portrait img { height: auto; aspect-ratio: 1 } .bio-page .titles { margin-bottom: auto } }
`,
  // The label of a cassette: the picture and the words are one box.
  tape: `
.sleeve .art,.portrait img { border: 2px solid var(--text); border-radius: 0 }
.smart-link .sleeve { padding-top: 28px }
.smart-link .sleeve .art { margin-bottom: 0 }
.smart-link .titles { width: clamp(150px,100vh - 440px,min(82vw,330px)); width: clamp(150px,100svh - 440px,min(82vw,330px)); margin: -2px auto 0; padding: 10px 14px; border: 2px solid var(--text); background: var(--surface); text-align: start }
h1,.bio-page h1 { text-transform: uppercase; letter-spacing: -.03em; line-height: 1.15 }
.titles h1 { font-size: 22px }
.titles h1.long { font-size: 17px }
.portrait { display: block; padding: 28px 20px 0 }
.action,.facts { font-size: 13px }
.action::before { content: "[" }
.action::after { content: "]" }
.action:empty { display: none }
@media (min-width:760px) { .smart-link .titles { width: min(100%,520px,100svh - 260px); margin: -2px 0 0; padding: 16px 20px } .smart-link .titles h1 { font-size: 30px } .portrait { padding: 48px 40px 0 } }
`,
  // One block of colour, everything round.
  pop: `
.sleeve { --text: var(--onAccent); --quiet: var(--onAccent); background: var(--accent)!important; color: var(--onAccent); border-radius: 0 0 36px 36px }
.sleeve .type { background: var(--onAccent); color: var(--accent) }
.sleeve .art { border-radius: 28px }
.sleeve picture.art { background: none }
.portrait img { border-radius: 28px }
.portrait { display: block; padding: 20px 20px 0 }
h1,.bio-page h1 { font-weight: 800; letter-spacing: -.03em; line-height: 1.05 }
.titles h1 { font-size: 32px }
.name { font-weight: 650 }
@media (min-width:760px) { .sleeve { border-radius: 0; border-start-end-radius: 56px; border-end-end-radius: 56px } .smart-link .titles h1 { font-size: 52px } .portrait { padding: 40px 40px 0 } }
`,
  // The picture to the edges, the words wide and light.
  halo: `
h1,.bio-page h1 { font-weight: 300; text-transform: uppercase; letter-spacing: .12em; text-indent: .12em }
.titles h1 { font-size: 23px }
.titles h1.long { font-size: 17px; letter-spacing: .06em }
.titles { text-align: center }
.headline { margin-inline: auto }
.by { letter-spacing: .04em; font-size: 15px }
.row,.filled { border-width: 1px; font-weight: 400 }
.name { font-weight: 400 }
@media (min-width:760px) { .smart-link .titles h1 { font-size: 32px } .smart-link .titles h1.long { font-size: 22px } .bio-page .titles h1 { font-size: 34px } }
`,
};

const weights: Readonly<Record<WholeTheme['weight'], string>> = {
  quiet: '',
  outline: `
.row { border: 2px solid var(--text); background: none }
.row:hover { background: var(--surface) }
.lead,.lead:hover { border-color: var(--edge); background: var(--accent) }
`,
  solid: `
.row { border-color: var(--edge); background: var(--accent); color: var(--onAccent); transition: opacity .14s ease-out }
.row:hover { border-color: var(--edge); opacity: .92 }
.row .mark,.row .action { color: inherit }
.lead,.lead:hover { border-color: var(--text); background: var(--text); color: var(--ground) }
`,
  line: `
.rows { gap: 0 }
.row { border-width: 0 0 1px; border-radius: 0; background: none; padding-inline: 0 }
.lead { margin-bottom: 8px; padding-inline: 16px; border-width: 1px; border-radius: var(--radius); background: var(--accent) }
`,
};

const backgrounds: Readonly<Record<WholeTheme['background'], string>> = {
  tint: '',
  plain: '',
  colour: '',
  // The picture itself is painted by the placeholder's rule; its share is the palette's veil.
  blur: `
.page { position: relative; z-index: 0; background: none; overflow: clip }
.page::before { content: ""; position: fixed; z-index: -1; inset: -40px; opacity: .3; filter: blur(28px) }
.page .sleeve { background: none }
.row,.signup,.featured { border-color: color-mix(in srgb,var(--text) 14%,transparent); background: color-mix(in srgb,var(--surface) 66%,transparent) }
.lead { background: var(--accent) }
`,
  frame: `
.page::after { content: ""; position: fixed; z-index: 1; inset: 0; border: 8px solid var(--accent); pointer-events: none }
@media (min-width:760px) { .page::after { border-width: 14px } }
`,
  bleed: `
.sleeve img { -webkit-mask-image: linear-gradient(#000 72%,transparent); mask-image: linear-gradient(#000 72%,transparent) }
.smart-link .sleeve { padding: 0 0 14px }
.smart-link .sleeve .titles { padding: 4px 20px 0 }
.smart-link .sleeve picture.art { width: 100%; margin: 0; border-radius: 0; background: none; max-height: 54vh; max-height: 54svh }
@media (min-width:760px) {
  .smart-link .sleeve { align-items: stretch }
  .smart-link .sleeve picture.art { flex: 1; min-height: 0; aspect-ratio: auto; max-height: none }
  .smart-link .sleeve .titles { width: 100%; padding: 16px 32px 40px }
}
`,
};

const minified = <Key extends string>(styles: Readonly<Record<Key, string>>) => Object.fromEntries(Object.entries<string>(styles).map(([key, css]) => [key, minify(css)])) as Record<Key, string>;
const [layout, weight, background] = [minified(layouts), minified(weights), minified(backgrounds)];

/** What a look adds to the style sheet of a page: nothing for the first. */
export function lookStyles(look: LookView): string {
  return background[look.background] + weight[look.weight] + layout[look.id] + fontStyles(look.font, look.fontsUrl);
}
