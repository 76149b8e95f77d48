import type { PublishedArtist, ReleaseCard } from '@lynkify/domain';
import type { PageFacts, ReleaseCardView } from './page-view.js';
import { pictureView } from './picture-view.js';
import type { Strings } from './strings/strings.js';

/** Another release of the page's artist. @param widest of its picture, in pixels */
export function releaseCardView(card: ReleaseCard, artist: PublishedArtist, facts: PageFacts, words: Strings, widest = 640): ReleaseCardView {
  return {
    href: `/${artist.handle}/${card.slug}`,
    title: card.title,
    credit: card.artistCredit === artist.name ? null : card.artistCredit,
    facts: [words.types[card.type], card.releasedAt?.slice(0, 4)].filter(Boolean).join(' · '),
    artwork: pictureView(card.artwork, facts.mediaUrl, widest),
  };
}
