import type { Palette } from '../colour/palette.js';
import type { PageView } from '../page-view.js';
import { baseStyles } from './base.js';
import { markClass } from './mark-class.js';
import { moreStyles, previewStyles, shareStyles, videoStyles } from './below-buttons.js';
import { bioPageStyles } from './bio-page.js';
import { lookStyles } from '../looks/look-styles.js';
import { languageStyles } from './language.js';
import { messageStyles } from './message.js';
import { inAppStyles } from './in-app.js';
import { minify } from './minify.js';
import { ownPlatformStyles } from './own-platform.js';
import { reminderStyles } from './reminder.js';
import { signupStyles } from './signup.js';
import { smartLinkStyles } from './smart-link.js';
import { instanceStyles } from './instance.js';

const parts: Readonly<Record<PageView['kind'], string>> = {
  'smart-link': minify(baseStyles + smartLinkStyles + signupStyles),
  'bio-page': minify(baseStyles + bioPageStyles + signupStyles),
  message: minify(baseStyles + messageStyles),
  instance: minify(baseStyles + instanceStyles),
};

const beforeRelease = minify(reminderStyles);
const ownPlatform = minify(ownPlatformStyles);
const inApp = minify(inAppStyles);
const [previews, video, more, share] = [minify(previewStyles), minify(videoStyles), minify(moreStyles), minify(shareStyles)];

function tokens(palette: Palette): string {
  return Object.entries(palette).map(([name, colour]) => `--${name}:${String(colour)}`).join(';');
}

function marks(view: PageView, appearance: 'light' | 'dark'): string {
  return view.kind === 'smart-link' ? view.rows.map((row) => `.${markClass(row.platform)}{color:${row.colours[appearance]}}`).join('') : '';
}

function placeholder(view: PageView): string {
  const picture = view.kind === 'smart-link' ? view.artwork : view.kind === 'bio-page' ? view.portrait : null;
  const behind = view.look?.background === 'blur' ? ',.page::before' : '';
  return picture?.placeholder ? `.sleeve img${behind}{background:url(${picture.placeholder}) 0 0/100% 100%}` : '';
}

/** What only some pages have below their buttons. */
function belowButtons(view: PageView): string {
  if (view.kind !== 'smart-link') return '';
  return (view.lenders.length > 0 ? previews : '') + (view.video ? video : '') + (view.more.length > 0 ? more : '') + (view.share ? share : '');
}

/** What only some fans get. */
function fansOwn(view: PageView): string {
  const own = (view.kind === 'smart-link' || view.kind === 'bio-page') && view.own !== null;
  return (own ? ownPlatform : '') + (view.kind === 'smart-link' && view.help ? inApp : '');
}

/** The whole style sheet of one page, to be put into its one `<style>`: its colours and the parts that its kind uses. */
export function pageStyles(view: PageView): string {
  const { light, dark } = view.palettes;
  const of = (palette: Palette, appearance: 'light' | 'dark') => `:root{color-scheme:${appearance};${tokens(palette)}}${marks(view, appearance)}`;
  const { appearance } = view.theme;
  const colours = appearance === 'auto'
    ? `${of(light, 'light')}@media(prefers-color-scheme:dark){${of(dark, 'dark')}}`
    : of(view.palettes[appearance], appearance);
  const announced = view.kind === 'smart-link' && view.phase === 'announced' ? beforeRelease : '';
  return `${colours}${parts[view.kind]}${announced}${belowButtons(view)}${fansOwn(view)}${view.look ? lookStyles(view.look) : ''}${languageStyles(view.locale)}${placeholder(view)}`;
}
