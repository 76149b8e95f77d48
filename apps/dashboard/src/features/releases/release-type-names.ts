import { releaseTypeLabels } from '@lynkify/domain';
import type { ListedRelease } from './releases-query.js';

/** The types as the API calls them, in words. */
export const releaseTypeNames: Readonly<Record<ListedRelease['type'], string>> = {
  SINGLE: releaseTypeLabels.single,
  EP: releaseTypeLabels.ep,
  ALBUM: releaseTypeLabels.album,
  LIVE: releaseTypeLabels.live,
  MIXTAPE: releaseTypeLabels.mixtape,
  COMPILATION: releaseTypeLabels.compilation,
  PODCAST_EPISODE: releaseTypeLabels['podcast-episode'],
};
