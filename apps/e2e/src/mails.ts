import { until } from '@lynkify/testing';
import type { Product } from './environment.js';

/** A mail as the local mailbox shows it. */
export interface Mail {
  subject: string;
  text: string;
  headers: Record<string, string>;
}

/** The newest mail to an address with this in its subject, waited for. @throws when none comes */
export async function mailTo({ mailboxUrl }: Product, address: string, subject: RegExp): Promise<Mail> {
  let found: Mail | undefined;
  await until(async () => {
    const answer = await fetch(`${mailboxUrl}/api/email?to.address=${encodeURIComponent(address)}`, { signal: AbortSignal.timeout(5_000) });
    const mails = (await answer.json()) as (Mail & { to: { address: string }[] })[];
    found = mails.findLast((mail) => mail.to.some((to) => to.address === address) && subject.test(mail.subject));
    return found !== undefined;
  }, 20_000);
  return found!;
}

/** The first address in a mail that has this in it. @throws when there is none */
export function linkIn({ subject, text }: Mail, part: string): string {
  const link = text.match(/https?:\/\/[^\s<>"]+/gu)?.find((each) => each.includes(part));
  if (link === undefined) throw new Error(`The mail “${subject}” has no link with ${part}:\n${text}`);
  return link;
}
