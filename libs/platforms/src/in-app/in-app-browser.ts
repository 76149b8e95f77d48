import { appTakesOver } from '../platforms.js';
import type { InAppLinks, InAppView, MenuSign } from './rule.js';
import { inAppRules } from './rules.js';

/** What a fan inside an app has to be told, so that music apps open. */
export interface InAppHelp {
  /** The same for all apps in which it is the same; there are few. */
  id: string;
  /** `intent`: apps do open from here, mostly; the help is for when they do not. */
  links: 'intent' | 'web';
  sign: MenuSign;
  at: 'top' | 'bottom';
  /** Whether a tapped address leads out to Safari (`safariAddress`). */
  safari: boolean;
}

/** The browser inside an app. */
export interface InAppBrowser {
  app: string;
  name: string;
  links: InAppLinks;
  /** Null where a fan needs none. */
  help: InAppHelp | null;
}

const helpOf = ({ links, menu, safari = false }: InAppView): InAppHelp | null =>
  links === 'app' || !menu ? null : { id: `${links}-${menu.sign}-${menu.at}${safari ? '-safari' : ''}`, links, sign: menu.sign, at: menu.at, safari };

const helps: ReadonlyMap<string, InAppHelp> = new Map(
  inAppRules.flatMap(({ ios, android }) => [ios, android]).flatMap((view) => {
    const help = view ? helpOf(view) : null;
    return help ? [[help.id, help] as const] : [];
  }),
);

/** Every help that there is: what a page may look different for. */
export const inAppHelps: readonly InAppHelp[] = [...helps.values()];

/** The help with this id, or null. */
export function inAppHelp(id: string | null | undefined): InAppHelp | null {
  return helps.get(id ?? '') ?? null;
}

/** One of each app and system, e.g. for a list to choose from. */
export const inAppBrowsers: readonly (InAppBrowser & { system: 'iOS' | 'Android' })[] = inAppRules.flatMap(({ app, name, ios, android }) =>
  ([['iOS', ios], ['Android', android]] as const).flatMap(([system, view]) => (view ? [{ app, name, system, links: view.links, help: knownHelp(view) }] : [])));

/** What an agent string says of the app that a page is shown in; null for a browser, and for what looks like one. */
export function inAppBrowser(agent: string): InAppBrowser | null {
  const rule = inAppRules.find((each) => each.agent.test(agent));
  if (!rule) return null;
  const { app, name, ios, android } = rule;
  // Pages of an iPad may say that they are a Mac's.
  const view = agent.includes('Android') ? android : /iPhone|iPad|iPod|Macintosh/u.test(agent) ? ios : undefined;
  return view ? { app, name, links: view.links, help: knownHelp(view) } : null;
}

function knownHelp(view: InAppView): InAppHelp | null {
  return inAppHelp(helpOf(view)?.id);
}

const address = /^https:\/\/([a-z0-9.-]+)(\/[\x21-\x7e]*)?$/iu;

/**
 * A stored destination as an Android intent, where its platform has an app that takes its addresses over: that opens, and
 * without it the browser of the fan's choice. https://developer.chrome.com/docs/android/intents
 * @returns null where there is no such app, and for an address that cannot be written as an intent
 */
export function appIntent(platform: string, url: string): string | null {
  const [, host, rest = '/'] = address.exec(url) ?? [];
  // What follows the `#` of an intent is the intent itself.
  if (host === undefined || rest.includes('#') || !appTakesOver(platform, url)) return null;
  return `intent://${host}${rest}#Intent;scheme=https;action=android.intent.action.VIEW;S.browser_fallback_url=${encodeURIComponent(url)};end`;
}

/** An address that leads from an app on iOS to Safari with a page, or null for a page without TLS. */
export function safariAddress(url: string): string | null {
  return url.startsWith('https://') ? `x-safari-${url}` : null;
}
