import type { BioPageDocument, Picture, SmartLinkDocument } from '@lynkify/domain';
import { bioPageView } from './bio-page-view.js';
import { palettes } from './colour/palette.js';
import type { BioPageView, InstanceView, Message, MessageView, PageFacts, PageHead, SmartLinkView } from './page-view.js';
import { pictureView } from './picture-view.js';
import { smartLinkView } from './smart-link-view.js';
import { direction, pageLocale, strings } from './strings/strings.js';

const plainTheme = { appearance: 'auto', buttons: 'rounded', credit: true } as const;

/** What a page shows of a published document at this moment and for this fan. Pure: the same facts, the same view. */
export function toPageView(document: SmartLinkDocument, facts: PageFacts): SmartLinkView;
export function toPageView(document: BioPageDocument, facts: PageFacts): BioPageView;
export function toPageView(document: SmartLinkDocument | BioPageDocument, facts: PageFacts): SmartLinkView | BioPageView;
export function toPageView(document: SmartLinkDocument | BioPageDocument, facts: PageFacts): SmartLinkView | BioPageView {
  return document.kind === 'smart-link' ? smartLinkView(document, facts) : bioPageView(document, facts);
}

function plainHead(title: string, description: string): PageHead {
  return { title, description, canonical: null, image: null, type: 'website', index: false, jsonLd: null };
}

/** A page that is one message and at most one thing to do. */
export function toMessageView(message: Message, facts: Pick<PageFacts, 'locale'>): MessageView {
  const locale = pageLocale(facts.locale);
  const words = strings(locale);
  const { title, text } = messageWords(message, locale);
  const artist = 'artist' in message ? message.artist : null;
  const hasButton = message.kind === 'confirm' || message.kind === 'unsubscribe';
  return {
    kind: 'message',
    locale,
    dir: direction(locale),
    head: plainHead(title, text),
    theme: plainTheme,
    look: null,
    palettes: palettes(null, null),
    notice: null,
    changesAt: null,
    message: message.kind,
    title,
    text,
    button: hasButton ? { action: message.action, label: words.message[message.kind] } : null,
    link: hasButton ? null : artist ? { href: `/${artist.handle}`, label: words.message.toArtist(artist.name) } : { href: '/', label: words.message.home },
  };
}

function messageWords(message: Message, locale: string): { title: string; text: string } {
  const words = strings(locale);
  const said = words.messages[message.kind];
  if (message.kind === 'check-mail' && message.email) return { ...said, text: words.message.mailTo(message.email) };
  if (message.kind === 'confirm' && message.artistName) return { ...said, text: words.message.confirmFor(message.artistName) };
  if (message.kind === 'unsubscribe' && message.artistName) return { ...said, text: words.message.leaveFor(message.artistName) };
  return said;
}

/** The instance's home page. Artists lead to their bio pages unless `href` says where else. */
export function toInstanceView(artists: readonly { handle: string; name: string; portrait: Picture | null; href?: string }[], facts: PageFacts): InstanceView {
  const locale = pageLocale(facts.locale);
  const words = strings(locale);
  return {
    kind: 'instance',
    locale,
    dir: direction(locale),
    head: { ...plainHead(words.instance.title, words.instance.text), canonical: `${facts.pagesUrl}/`, index: true },
    theme: plainTheme,
    look: null,
    palettes: palettes(null, null),
    notice: null,
    changesAt: null,
    title: words.instance.title,
    text: artists.length > 0 ? words.instance.text : words.instance.empty,
    artists: artists.map(({ handle, name, portrait, href = `/${handle}` }) => ({ handle, name, href, portrait: pictureView(portrait, facts.mediaUrl, 320) })),
  };
}
