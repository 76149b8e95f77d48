import { isListed, previewHosts, previewLender, type SmartLinkDocument } from '@lynkify/domain';
import { playerOrigins, playerUrl } from '@lynkify/platforms';
import { duration } from './dates.js';
import type { PageFacts, SmartLinkView } from './page-view.js';
import { releaseCardView } from './release-card-view.js';
import type { Strings } from './strings/strings.js';

type Below = Pick<SmartLinkView, 'tracks' | 'lenders' | 'video' | 'more' | 'outside'>;

/** What a smart link has to listen to, to watch and to go on to, below its buttons. */
export function belowButtons(document: SmartLinkDocument, facts: PageFacts, path: string, words: Strings): Below {
  const { release, artist, artwork } = document;
  const lenders = release.tracks.map(({ previewUrl }) => (previewUrl ? previewLender(previewUrl) : null));
  const plays = lenders.some((lender) => lender !== null);
  const player = document.video ? playerUrl(document.video) : null;
  const now = facts.now.getTime();
  return {
    // One track without a preview is the page's title once more.
    tracks: release.tracks.length > 1 || plays
      ? release.tracks.map(({ title, durationMs }, index) => ({ title, duration: durationMs === null ? null : duration(durationMs), preview: lenders[index] == null ? null : `${path}/preview/${index + 1}` }))
      : [],
    lenders: [...new Set(lenders.filter((lender) => lender !== null))],
    video: document.video && player !== null ? { title: document.video.title || release.title, player, poster: artwork && artwork.widths.length > 0 ? previewPicture(artwork.id, artwork.widths, facts.mediaUrl) : null } : null,
    more: (document.more ?? []).filter((card) => isListed(card, now)).map((card) => releaseCardView(card, artist, facts, words, 320)),
    outside: { media: plays ? previewHosts.map((host) => `https://${host}`) : [], frames: document.video && player !== null ? [playerOrigins[document.video.provider]] : [] },
  };
}

/** When a card leaves by itself next, as epoch milliseconds; infinite: never. */
export function nextCardChange(document: SmartLinkDocument, now: number): number {
  return Math.min(Number.POSITIVE_INFINITY, ...(document.more ?? []).flatMap(({ expiresAt }) => (expiresAt && Date.parse(expiresAt) > now ? [Date.parse(expiresAt)] : [])));
}

/** The artwork again, in a size that the page has fetched or is small. */
function previewPicture(id: string, widths: readonly number[], mediaUrl: string): string {
  return `${mediaUrl}/media/${encodeURIComponent(id)}/${widths.find((width) => width >= 640) ?? widths.at(-1) ?? 640}.jpeg`;
}

/** Characters that these take from those of the marks: the first answer has to hold them too. */
export function takenBelow(document: SmartLinkDocument): number {
  const previews = document.release.tracks.filter(({ previewUrl }) => previewUrl).length;
  return 1_300 + (previews > 0 ? 900 + previews * 12 : 0) + (document.video ? 1_000 : 0) + (document.more && document.more.length > 0 ? 700 + document.more.length * 290 : 0);
}
