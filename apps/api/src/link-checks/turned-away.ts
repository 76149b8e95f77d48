/** An answer as it came, after redirects. */
export interface SeenPage {
  status: number;
  url: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  text: string;
}

/** Where sites send a visitor who is to consent, sign in or prove to be a person first. */
const gateHosts = /^(?:consent\.(?:youtube|google)\.[a-z.]+|(?:accounts|login|auth|signin|idp)\.[a-z0-9.-]+|challenges\.cloudflare\.com|geo\.captcha-delivery\.com|validate\.perfdrive\.com)$/iu;
const gatePaths = /^\/(?:sorry\/|errors\/validateCaptcha|captcha|ap\/signin|cdn-cgi\/challenge|login\/?$|signin\/?$|sign-in\/?$|consent\/?$)/iu;

/**
 * Marks of pages that ask whether the visitor is a person, as their makers put them into the page: Cloudflare, DataDome,
 * HUMAN (PerimeterX), Imperva, Akamai, Amazon's own, and the two common captchas when they are all there is.
 */
const challengeMarks = [
  /\/cdn-cgi\/challenge-platform\/[^"']{0,40}\/orchestrate\//u,
  /window\._cf_chl_opt/u,
  /geo\.captcha-delivery\.com/u,
  /id="px-captcha"|captcha\.px-cdn\.net/u,
  /Request unsuccessful\. Incapsula incident ID/u,
  /sec-if-cpt-container/u,
  /action="\/errors\/validateCaptcha"/u,
];
const smallPage = 30_000;
const smallChallengeMarks = [/class="(?:g-recaptcha|h-captcha|cf-turnstile)"/u, /<title>\s*(?:Just a moment|Access denied|Attention Required|Pardon Our Interruption|Are you a robot|Robot Check|Bot Verification)/iu];

/**
 * Whether a page is not what the address shows but somebody at the door: a captcha, a challenge, a consent or sign-in
 * page. By headers where they are documented:
 * https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/,
 * https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-actions.html
 */
export function isTurnedAway({ url, headers, text }: SeenPage): boolean {
  if (headers['cf-mitigated'] === 'challenge' || headers['x-amzn-waf-action'] !== undefined) return true;
  const { hostname, pathname } = new URL(url);
  if (gateHosts.test(hostname) || gatePaths.test(pathname)) return true;
  if (challengeMarks.some((mark) => mark.test(text))) return true;
  return text.length <= smallPage && smallChallengeMarks.some((mark) => mark.test(text));
}
