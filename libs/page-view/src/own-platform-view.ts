import { platformById, platformName } from '@lynkify/platforms';
import type { OwnPlatformView, PageFacts } from './page-view.js';

/** What a fan may decide about the platform that they use, on the page at `path`; null where nothing is known. */
export function ownPlatformView({ platform, alwaysOpen = false }: PageFacts, path: string): OwnPlatformView | null {
  return platform && platformById(platform) ? { action: `${path}/platform`, platform, name: platformName(platform), always: alwaysOpen } : null;
}
