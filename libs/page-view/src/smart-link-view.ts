import { nextOfferChange, releasePhase, type SmartLinkDocument } from '@lynkify/domain';
import { countdown, dateInWords } from './dates.js';
import { destinationRows } from './destination-rows.js';
import { smartLinkJsonLd } from './document/json-ld.js';
import { inAppView } from './in-app-view.js';
import { dress } from './looks/look-view.js';
import { belowButtons, nextCardChange, takenBelow } from './listening-view.js';
import { ownPlatformView } from './own-platform-view.js';
import type { PageFacts, SmartLinkView } from './page-view.js';
import { paragraphs } from './paragraphs.js';
import { takenByScript } from './platform-look.js';
import { headPicture, pictureView } from './picture-view.js';
import { reminderView } from './reminder-view.js';
import { shareView } from './share-view.js';
import { signupView } from './signup-view.js';
import { direction, pageLocale, strings, type Strings } from './strings/strings.js';

/** Whether a release is out, what its date is in words, and when that is no longer true. */
function momentOf(release: SmartLinkDocument['release'], facts: PageFacts, locale: string, words: Strings): Pick<SmartLinkView, 'phase' | 'out' | 'changesAt'> {
  const phase = releasePhase(release, facts.now.getTime());
  if (phase === 'released' || release.releasedAt === null) return { phase: 'released', out: null, changesAt: null };
  const left = countdown(new Date(release.releasedAt), facts.now, locale);
  const date = dateInWords(release.releaseDate ?? release.releasedAt.slice(0, 10), locale);
  return {
    phase,
    out: { date: words.smartLink.outOn(date ?? release.releasedAt.slice(0, 10)), when: left?.words ?? null },
    changesAt: left?.changesAt.toISOString() ?? null,
  };
}

/** The earlier of when its words and when what it offers change by themselves. */
function changeOf(document: SmartLinkDocument, words: string | null, now: number): string | null {
  const next = Math.min(nextOfferChange(document, now) ?? Number.POSITIVE_INFINITY, nextCardChange(document, now), words === null ? Number.POSITIVE_INFINITY : Date.parse(words));
  return Number.isFinite(next) ? new Date(next).toISOString() : null;
}

/** What the help inside apps and the line below a fan's own platform cost, in characters of marks. */
const taken = { help: 1_000, own: 700 } as const;

/** A smart link as it is now and for this fan. */
export function smartLinkView(document: SmartLinkDocument, facts: PageFacts): SmartLinkView {
  const { artist, release, artwork } = document;
  // Behind a password there is nothing to be found or shown on by machines.
  const secret = document.access?.password != null;
  const locale = pageLocale(facts.locale);
  const words = strings(locale);
  const path = `/${artist.handle}/${release.slug}`;
  const dressed = dress(document.theme, artwork, artwork, facts);
  const moment = momentOf(release, facts, locale, words);
  const help = inAppView(facts, path);
  const all = destinationRows(document, { path, now: facts.now, announced: moment.phase === 'announced', country: facts.country ?? null, own: facts.platform ?? null, taken: (help ? taken.help : 0) + (facts.platform ? taken.own : 0) + takenByScript(locale) + takenBelow(document) + dressed.taken, dressed, words });
  const lead = all.find((row) => row.platform === facts.platform) ?? (all.length === 1 ? (all[0] ?? null) : null);
  const year = (release.releaseDate ?? release.releasedAt)?.slice(0, 4);
  const names = all.map((row) => row.name);
  const dateText = release.releaseDate ? dateInWords(release.releaseDate, locale) : null;

  return {
    kind: 'smart-link',
    locale,
    dir: direction(locale),
    head: {
      title: words.smartLink.title(release.title, release.artistCredit),
      description: moment.out && dateText
        ? words.smartLink.announced(release.title, release.artistCredit, dateText)
        : words.smartLink.description(release.title, release.artistCredit, names.slice(0, 3), Math.max(0, names.length - 3)),
      canonical: secret ? null : `${facts.pagesUrl}${path}`,
      image: secret ? null : headPicture(document.sharePicture, artwork, facts.mediaUrl || facts.pagesUrl, words.smartLink.title(release.title, release.artistCredit)),
      type: release.type === 'single' ? 'music.song' : 'music.album',
      index: !secret,
      jsonLd: secret ? null : smartLinkJsonLd(document, facts, all),
    },
    theme: dressed.theme,
    look: dressed.look,
    palettes: dressed.palettes,
    notice: facts.notice ?? null,
    ...moment,
    changesAt: changeOf(document, moment.changesAt, facts.now.getTime()),
    title: release.title,
    artist: { credit: release.artistCredit, name: artist.name, href: `/${artist.handle}` },
    facts: [words.types[release.type], moment.out ? undefined : year].filter(Boolean).join(' · '),
    artwork: pictureView(artwork, facts.mediaUrl, 1280, true),
    lead,
    own: lead && lead.platform === facts.platform ? ownPlatformView(facts, path) : null,
    help: all.length > 0 ? help : null,
    rows: all.filter((row) => row !== lead),
    reminder: moment.out && document.reminder ? reminderView(document, document.reminder, facts, words) : null,
    calendar: moment.out && `${path}/release.ics`,
    signup: document.capture ? signupView(document.capture, artist.name, `${path}/join`, facts) : null,
    description: paragraphs(release.description),
    ...belowButtons(document, facts, path, words),
    share: shareView(document, facts, path, words),
  };
}
