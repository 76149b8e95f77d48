import { releasePhase, type SmartLinkDocument } from '@lynkify/domain';
import { palettes } from './colour/palette.js';
import { countdown, dateInWords, duration } from './dates.js';
import { destinationRows } from './destination-rows.js';
import { smartLinkJsonLd } from './document/json-ld.js';
import type { PageFacts, SmartLinkView } from './page-view.js';
import { paragraphs } from './paragraphs.js';
import { pictureView, sharingPicture } from './picture-view.js';
import { reminderView } from './reminder-view.js';
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

/** A smart link as it is now and for this fan. */
export function smartLinkView(document: SmartLinkDocument, facts: PageFacts): SmartLinkView {
  const { artist, release, theme, artwork } = document;
  const locale = pageLocale(facts.locale);
  const words = strings(locale);
  const path = `/${artist.handle}/${release.slug}`;
  const colours = palettes(artwork?.colours ?? null, theme.accent);
  const moment = momentOf(release, facts, locale, words);
  const all = destinationRows(document, { path, announced: moment.phase === 'announced', country: facts.country ?? null, colours, words });
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
      canonical: `${facts.pagesUrl}${path}`,
      image: sharingPicture(artwork, facts.mediaUrl || facts.pagesUrl, words.smartLink.title(release.title, release.artistCredit)),
      type: release.type === 'single' ? 'music.song' : 'music.album',
      index: true,
      jsonLd: smartLinkJsonLd(document, facts, all),
    },
    theme,
    palettes: colours,
    notice: facts.notice ?? null,
    ...moment,
    title: release.title,
    artist: { credit: release.artistCredit, name: artist.name, href: `/${artist.handle}` },
    facts: [words.types[release.type], moment.out ? undefined : year].filter(Boolean).join(' · '),
    artwork: pictureView(artwork, facts.mediaUrl, 1280, true),
    lead,
    rows: all.filter((row) => row !== lead),
    reminder: moment.out && document.reminder ? reminderView(document, document.reminder, facts, words) : null,
    calendar: moment.out && `${path}/release.ics`,
    signup: document.capture ? signupView(document.capture, artist.name, `${path}/join`, facts) : null,
    description: paragraphs(release.description),
    tracks: release.tracks.length > 1
      ? release.tracks.map((track) => ({ title: track.title, duration: track.durationMs === null ? null : duration(track.durationMs) }))
      : [],
  };
}
