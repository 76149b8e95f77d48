import { shareContext, sharedPages, type SharedPage } from '@lynkify/domain';

/** What is shared and where, as it stands in the address: nothing for what is usual. */
export interface ShareSearch {
  /** Id of the release; the newest one without it. */
  release?: string;
  /** Id of the place. */
  place?: string;
  /** The page that was chosen against the place's own. */
  page?: SharedPage;
}

/** The place that is open when nobody chose one. */
export const usualPlace = 'release-day-post';

/** Reads an address that anyone may have typed; what is not understood is left out. */
export function readShareSearch(search: Record<string, unknown>): ShareSearch {
  const { release, place, page } = search;
  return {
    ...(typeof release === 'string' && release !== '' && { release }),
    ...(typeof place === 'string' && shareContext(place) !== null && { place }),
    ...(sharedPages.some((each) => each === page) && { page: page as SharedPage }),
  };
}
