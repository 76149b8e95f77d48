/** What is said of a link, whichever platform it is of. */
interface Finding {
  service: string;
  title: string;
  artist: string;
  releaseDate: string | null;
  reasons: readonly string[];
}

const keyOf = ({ service, title, artist, releaseDate, reasons }: Finding) => JSON.stringify([service, title, artist, releaseDate, reasons]);

/**
 * Links that stand together and of which the same is said, as when one service names a release on many platforms. So it is
 * read once, and can be decided at once.
 * @param of what is said of one, and of which release it may be
 */
export function groupCandidates<Item>(items: readonly Item[], of: (item: Item) => { candidate: Finding; releaseId: string }): Item[][] {
  const groups: Item[][] = [];
  let last: string | null = null;
  for (const item of items) {
    const { candidate, releaseId } = of(item);
    const key = `${releaseId} ${keyOf(candidate)}`;
    if (key === last) groups.at(-1)?.push(item);
    else groups.push([item]);
    last = key;
  }
  return groups;
}
