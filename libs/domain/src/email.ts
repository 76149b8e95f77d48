import { accept, refuse, type Result } from './result.js';

export type EmailRefusal = 'EMAIL_EMPTY' | 'EMAIL_INVALID' | 'EMAIL_TOO_LONG';

// The unquoted local part of RFC 5322 (dot-atom). Quoted ones are legal, unknown in practice, and how headers get injected.
const dotAtom = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/u;
const hostLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/u;

/** The host that a mail domain means, in ASCII (IDNA as URLs have it), or null. */
function asciiDomain(domain: string): string | null {
  if (!URL.canParse(`http://${domain}/`)) return null;
  const host = new URL(`http://${domain}/`).hostname.replace(/\.$/u, '');
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  if (labels.length < 2 || host.length > 253 || !labels.every((label) => hostLabel.test(label))) return null;
  return /[a-z]/u.test(last) && last.length >= 2 ? host : null;
}

/**
 * One email address that mail can be sent to, its domain in lower-case ASCII. Pragmatic, not all of RFC 5321: no quoted
 * or non-ASCII local part, no address literal. The local part keeps its case, which some servers tell apart.
 */
export function parseEmail(text: string): Result<string, EmailRefusal> {
  const path = ['email'];
  const typed = text.trim();
  if (typed === '') return refuse('EMAIL_EMPTY', path, 'Enter your email address.');
  if (typed.length > 320) return refuse('EMAIL_TOO_LONG', path, 'This is longer than an email address can be.');
  const parts = typed.split('@');
  const [local, domain] = parts;
  if (parts.length !== 2 || !local || !domain) return refuse('EMAIL_INVALID', path, 'An email address has one @, like name@example.com.');
  if (/[\s,;<>"()[\]\\]/u.test(typed)) return refuse('EMAIL_INVALID', path, 'Enter one address only, without spaces, commas or brackets.');
  // Nothing that a URL would read as the end of its host may reach the parser below.
  if (/[/?#%:]/u.test(domain)) return refuse('EMAIL_INVALID', path, 'Check the part after the @.');
  if (!dotAtom.test(local)) return refuse('EMAIL_INVALID', path, 'Check the part before the @: letters, digits and single dots between them.');
  const host = asciiDomain(domain);
  if (host === null) return refuse('EMAIL_INVALID', path, 'Check the part after the @, like example.com.');
  const email = `${local}@${host}`;
  if (local.length > 64 || email.length > 254) return refuse('EMAIL_TOO_LONG', path, 'This is longer than an email address can be.');
  return accept(email);
}

/** The form in which two addresses are compared: `Ada@x.org` and `ada@x.org` are one person in practice. */
export function emailKey(email: string): string {
  return email.toLowerCase();
}
