import { platformById } from './platforms.js';

/**
 * Whether a platform is of use before a release is out, where the artist says nothing else: it takes orders ahead, or it
 * shows more than the release (a video's premiere, a podcast). One that is not in the catalogue is left as it is.
 */
export function offeredBefore(id: string): boolean {
  const platform = platformById(id);
  return !platform || platform.before !== null || platform.kind === 'video' || platform.kind === 'podcast';
}
