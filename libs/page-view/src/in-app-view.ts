import { inAppHelp, safariAddress } from '@lynkify/platforms';
import type { InAppView, PageFacts } from './page-view.js';

/** What a fan is told inside an app; `path` is the page's own. */
export function inAppView({ inApp, pagesUrl }: PageFacts, path: string): InAppView | null {
  const help = inAppHelp(inApp);
  return help && { links: help.links, sign: help.sign, at: help.at, safari: help.safari ? safariAddress(`${pagesUrl}${path}`) : null };
}
