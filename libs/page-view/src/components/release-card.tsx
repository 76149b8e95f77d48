import type { ReleaseCardView } from '../page-view.js';
import { pictureSizes, SleevePicture, TypeSleeve } from './sleeve-picture.js';

export function CardPicture({ card, sizes, first }: { card: ReleaseCardView; sizes: string; first?: boolean }) {
  return card.artwork ? <SleevePicture picture={card.artwork} sizes={sizes} className="art" first={first} /> : <TypeSleeve title={card.title} className="art" />;
}

/** "Lady Gaga & Bruno Mars · Single · 2024" */
export function CardFacts({ card }: { card: ReleaseCardView }) {
  return <span className="facts">{card.credit !== null && <><bdi>{card.credit}</bdi> · </>}{card.facts}</span>;
}

/** Releases as pictures with their titles. */
export function ReleaseCards({ cards }: { cards: readonly ReleaseCardView[] }) {
  return (
    <ul>
      {cards.map((card) => (
        <li key={card.href}>
          <a href={card.href}>
            <CardPicture card={card} sizes={pictureSizes.card} />
            <b><bdi>{card.title}</bdi></b> <CardFacts card={card} />
          </a>
        </li>
      ))}
    </ul>
  );
}
