import { isListed, releasePhase, type BioPageDocument, type BioPageSection, type ReleaseCard } from '@lynkify/domain';
import { bioPageJsonLd } from './document/json-ld.js';
import { dress } from './looks/look-view.js';
import type { BioPageView, PageFacts, SectionView } from './page-view.js';
import { ownPlatformView } from './own-platform-view.js';
import { paragraphs } from './paragraphs.js';
import { affordablyDrawn, drawnCharacters, takenByScript } from './platform-look.js';
import { headPicture, pictureView } from './picture-view.js';
import { releaseCardView } from './release-card-view.js';
import { signupView } from './signup-view.js';
import { socialLook } from './social-look.js';
import { direction, pageLocale, strings, type Strings } from './strings/strings.js';

const byMoment = (card: ReleaseCard) => (card.releasedAt === null ? 0 : Date.parse(card.releasedAt));

/** The release that the featured section shows: the pinned one, else the newest that is out, else the next to come. */
function featuredOf(document: BioPageDocument, now: Date): ReleaseCard | null {
  const section = document.sections.find((each) => each.type === 'featured-release');
  const pinned = section ? document.releases.find((card) => card.id === section.releaseId) : undefined;
  if (pinned) return pinned;
  const out = document.releases.filter((card) => releasePhase(card, now.getTime()) === 'released').sort((a, b) => byMoment(b) - byMoment(a));
  const coming = document.releases.filter((card) => !out.includes(card)).sort((a, b) => byMoment(a) - byMoment(b));
  return out[0] ?? coming[0] ?? null;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./u, '') : '';
}

/** A section as it is shown, or null for one that has nothing to show. */
function sectionView(section: BioPageSection, document: BioPageDocument, featured: ReleaseCard | null, taken: number, facts: PageFacts, words: Strings): SectionView | null {
  const { id } = section;
  const base = `/${document.artist.handle}`;
  switch (section.type) {
    case 'featured-release': {
      if (!featured) return null;
      const out = releasePhase(featured, facts.now.getTime()) === 'released';
      return { id, type: 'featured', eyebrow: out ? words.bioPage.out : words.bioPage.next, action: out ? words.bioPage.listen : words.bioPage.see, card: releaseCardView(featured, document.artist, facts, words) };
    }
    case 'releases': {
      const shownAbove = document.sections.some((each) => each.type === 'featured-release');
      const cards = document.releases.filter((card) => !shownAbove || card !== featured);
      if (cards.length === 0) return null;
      return { id, type: 'releases', title: section.title || words.bioPage.releases, cards: cards.map((card) => releaseCardView(card, document.artist, facts, words)) };
    }
    case 'socials':
      if (section.links.length === 0) return null;
      return { id, type: 'socials', title: words.bioPage.socials, links: affordablyDrawn(section.links.map(({ network }) => ({ network, href: `${base}/go/social-${encodeURIComponent(network)}`, ...socialLook(network) })), drawnCharacters.networks - takenByScript(facts.locale) - taken) };
    case 'links':
      if (section.links.length === 0) return null;
      return { id, type: 'links', title: section.title, links: section.links.map((link) => ({ title: link.title || hostOf(link.url), host: link.title ? hostOf(link.url) : '', href: `${base}/go/${encodeURIComponent(link.id)}` })) };
    case 'text': {
      const text = paragraphs(section.text);
      return text.length === 0 && section.title === '' ? null : { id, type: 'text', title: section.title, paragraphs: text };
    }
    case 'signup':
      return { id, type: 'signup', signup: signupView(section.capture, document.artist.name, `${base}/join`, facts) };
  }
}

/** A bio page as it is now. */
export function bioPageView(published: BioPageDocument, facts: PageFacts): BioPageView {
  // What has ended since is shown no more.
  const document = { ...published, releases: published.releases.filter((card) => isListed(card, facts.now.getTime())) };
  const { artist } = document;
  const locale = pageLocale(facts.locale);
  const words = strings(locale);
  const featured = featuredOf(document, facts.now);
  const picture = document.portrait ?? featured?.artwork ?? null;
  const ends = document.releases.flatMap(({ expiresAt }) => (expiresAt ? [Date.parse(expiresAt)] : []));
  const dressed = dress(document.theme, document.portrait, picture, facts);
  const next = [...document.releases.map(byMoment), ...ends].filter((moment) => moment > facts.now.getTime()).sort((a, b) => a - b)[0];

  return {
    kind: 'bio-page',
    locale,
    dir: direction(locale),
    head: {
      title: artist.name,
      description: document.headline || words.bioPage.description(artist.name),
      canonical: `${facts.pagesUrl}/${artist.handle}`,
      image: headPicture(document.sharePicture, picture, facts.mediaUrl || facts.pagesUrl, artist.name),
      type: 'profile',
      index: true,
      jsonLd: bioPageJsonLd(document, facts),
    },
    theme: dressed.theme,
    look: dressed.look,
    palettes: dressed.palettes,
    notice: facts.notice ?? null,
    changesAt: next === undefined ? null : new Date(next).toISOString(),
    name: artist.name,
    headline: document.headline,
    portrait: pictureView(document.portrait, facts.mediaUrl, 1280, true),
    own: facts.alwaysOpen ? ownPlatformView(facts, `/${artist.handle}`) : null,
    sections: document.sections.map((section) => sectionView(section, document, featured, dressed.taken, facts, words)).filter((section) => section !== null),
  };
}
