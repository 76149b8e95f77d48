import type { PublishedDestination, SmartLinkDocument, WithheldDestination } from './published-page.js';

/** Whether a page offers a destination: it does, it does not, or as it has been (nothing is known of this address). */
export type Offer = 'offered' | 'withheld' | 'as-is';

/**
 * The same document with exactly those destinations offered that shall be, in the order they always had. Pure; with
 * nothing to change it is equal to what it was.
 */
export function withholdDestinations(document: SmartLinkDocument, offerOf: (destination: PublishedDestination) => Offer): SmartLinkDocument {
  const { withheld: before = [], ...rest } = document;
  const all = allDestinations(document.destinations, before);
  const destinations: PublishedDestination[] = [];
  const withheld: WithheldDestination[] = [];
  all.forEach(({ isWithheld, destination }, position) => {
    const offer = offerOf(destination);
    if (offer === 'withheld' || (offer === 'as-is' && isWithheld)) withheld.push({ ...destination, position });
    else destinations.push(destination);
  });
  return { ...rest, destinations, ...(withheld.length > 0 ? { withheld } : {}) };
}

function allDestinations(offered: readonly PublishedDestination[], withheld: readonly WithheldDestination[]): { destination: PublishedDestination; isWithheld: boolean }[] {
  const all = offered.map((destination) => ({ destination, isWithheld: false }));
  for (const { position, ...destination } of [...withheld].sort((one, other) => one.position - other.position)) {
    all.splice(position, 0, { destination, isWithheld: true });
  }
  return all;
}
