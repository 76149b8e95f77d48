import { accept, refuse, type Result } from './result.js';
import { fingerprint, hyphenate } from './transliterate.js';

export type HandleRefusal = 'HANDLE_TOO_SHORT' | 'HANDLE_TOO_LONG' | 'HANDLE_INVALID' | 'HANDLE_RESERVED';

/** Least and most characters of a handle. */
export const handleLength = { min: 2, max: 40 } as const;

/**
 * Words that are or may become addresses of the product itself on the public origin. A handle is the first path segment,
 * so one of these would shadow a page of ours or pass for us.
 */
export const reservedHandles: ReadonlySet<string> = new Set(
  `about abuse account accounts add admin administrator ads affiliate affiliates all analytics announcements anonymous api apis app
  apple-app-site-association apps artist artists asset assets auth authorize autoconfig autodiscover badge badges beta billing bio
  blog bot bots browse bug bugs business calendar campaign campaigns careers cdn channel channels charts checkout click clicks
  community confirm consent contact contacts cookie cookies copyright create csp-report customers dashboard data delete demo
  destination destinations dev developer developers dmca dns docs documentation domain domains download downloads edit email embed
  enterprise epk error errors event events everyone example explore export fan fans faq favicon feature features feed feeds
  feedback files find follow font fonts forgot-password forum ftp gdpr get global go gone graphiql graphql guest handle health
  healthz help helpdesk home host hosts hostmaster ical icon icons image images img imap import imprint impressum info ingest
  inside install internal invitation invite invites invoice invoices job jobs join js json kb label labels landing legal library
  license licenses link links list live load localhost log login logout logo logos logs lynkify mail mailbox mailer mailer-daemon
  main manifest marketing me media member members message messages metrics mobile monitoring music mx my name new news newsletter
  nobody noc none noreply no-reply notifications null oauth oauth2 oembed official og open openapi openid opensearch order orders
  page pages partner partners password pay payment payments ping plan plans platform platforms playlist playlists podcast podcasts
  policies policy pop pop3 post postmaster posts premium presave press preview pricing privacy private pro profile profiles proxy
  public publish qr query readyz redirect redirects register release releases report reports reset reset-password rest rev robots
  robots-txt root rss rum sales save script scripts search secure security segment segments send server service services session
  sessions settings setup share shop sign-in sign-out sign-up signin signout signup site sitemap sitemap-index sitemaps smart-link
  smart-links smtp source spec ssl staff start static stat stats status store stream style styles stylesheet subdomain subscribe
  subscription subscriptions sudo superuser support survey sw sync system tag tags team teams terms test tests theme themes
  tls token tokens tos tour track tracking tracks trending trust tv undefined unsubscribe update updates upload uploads url user
  username users verification verify version via video videos visit visits void web webhook webhooks webmail webmaster website
  welcome well-known whois widget widgets wiki workspace workspaces worker www xml you your-name`.split(/\s+/u),
);

const shape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

/**
 * A handle as it was typed or pasted, in the one form in which it is stored: lower case, no `@`. Only ASCII is accepted,
 * and not folded: a Cyrillic "а" quietly turned into "a" would let one artist pass for another.
 */
export function parseHandle(text: string): Result<string, HandleRefusal> {
  const path = ['handle'];
  const typed = text.trim().replace(/^@/u, '');
  // Checked before lower-casing: the Kelvin sign lower-cases to an ordinary "k".
  if (!/^[\x20-\x7e]*$/u.test(typed)) return refuse('HANDLE_INVALID', path, 'Use only the letters a to z, digits and hyphens. Accents and other scripts belong in the artist name.');
  const handle = typed.toLowerCase();
  // `robots.txt`, `.well-known` and the like are said to be reserved even though their shape would not pass either.
  const stem = handle.replace(/^\.+/u, '').replace(/\.(?:txt|xml|ico|json|html?|php|js|css|png|svg|webmanifest)$/u, '');
  if (handle !== stem && reservedHandles.has(stem)) return refuse('HANDLE_RESERVED', path, `“${handle}” is kept for the product itself. Choose another handle.`);
  if (handle.length < handleLength.min) return refuse('HANDLE_TOO_SHORT', path, 'A handle needs at least 2 characters.');
  if (handle.length > handleLength.max) return refuse('HANDLE_TOO_LONG', path, 'A handle has at most 40 characters. Shorten it.');
  if (!shape.test(handle)) return refuse('HANDLE_INVALID', path, 'Use only the letters a to z, digits and single hyphens between them.');
  if (reservedHandles.has(handle)) return refuse('HANDLE_RESERVED', path, `“${handle}” is kept for the product itself. Choose another handle.`);
  return accept(handle);
}

/** A handle made from an artist's name that `parseHandle` accepts; never empty. Whether it is free is not known here. */
export function suggestHandle(name: string): string {
  const made = hyphenate(name, handleLength.max - 8);
  if (made.length < handleLength.min) return `artist-${made === '' ? fingerprint(name) : made}`;
  return reservedHandles.has(made) ? `${made}-music` : made;
}

/**
 * The look-alike skeleton of a handle: two handles with one skeleton look the same at a glance, so only one of them may
 * exist. After the skeletons of Unicode Technical Standard 39 (Unicode Security Mechanisms, section 4), for the 37
 * characters that a handle can have: digits fold into the letter they resemble, pairs into the letter they make in a
 * narrow face, hyphens vanish.
 */
export function handleSkeleton(handle: string): string {
  return handle
    .toLowerCase()
    .replace(/-/gu, '')
    .replace(/0/gu, 'o')
    .replace(/[1i]/gu, 'l')
    .replace(/5/gu, 's')
    .replace(/2/gu, 'z')
    .replace(/vv/gu, 'w')
    .replace(/rn/gu, 'm');
}
