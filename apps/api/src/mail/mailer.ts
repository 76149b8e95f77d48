import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { cleanText, parseEmail } from '@lynkify/domain';
import { createTransport, type Transporter } from 'nodemailer';
import { ENVIRONMENT, type Environment } from '../environment.js';

export interface Mail {
  /** Exactly one address. */
  to: string;
  subject: string;
  html: string;
  text: string;
  /** Further headers, e.g. List-Unsubscribe. */
  headers?: Readonly<Record<string, string>>;
  /** Who it is from, in front of the instance's own sender address. */
  fromName?: string;
}

/**
 * RFC 2369 and RFC 8058: the mail program's own button, answered by one POST.
 * @param url does nothing by being opened
 */
export const oneClickUnsubscribe = (url: string): Readonly<Record<string, string>> => ({ 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' });

/** Sends mail over SMTP. Called from jobs, which try again when it throws. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport: Transporter;
  private readonly sender: { name: string; address: string };

  constructor(@Inject(ENVIRONMENT) environment: Environment) {
    this.sender = parseSender(environment.mailFrom);
    const url = new URL(environment.smtpUrl);
    this.transport = createTransport({
      pool: true,
      host: url.hostname,
      port: url.port ? Number(url.port) : url.protocol === 'smtps:' ? 465 : 587,
      secure: url.protocol === 'smtps:',
      ...(url.username ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } } : {}),
      maxConnections: 4,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /**
   * @throws when the address is not exactly one, a header holds a line break, or the server did not take the mail; the
   *   message names no address
   */
  async send({ to, subject, html, text, headers = {}, fromName }: Mail): Promise<void> {
    const address = parseEmail(to);
    if (!address.ok) throw new Error('a mail has no valid address to go to');
    for (const [name, value] of Object.entries(headers)) {
      if (!/^[A-Za-z0-9-]+$/.test(name) || /[\r\n\0]/.test(value)) throw new Error(`the mail header ${name} is not allowed`);
    }
    try {
      await this.transport.sendMail({
        from: { name: cleanText(fromName ?? this.sender.name), address: this.sender.address },
        to: { name: '', address: address.value },
        // The envelope is said, not read out of headers.
        envelope: { from: this.sender.address, to: [address.value] },
        subject: cleanText(subject),
        html,
        text,
        headers: { ...headers },
      });
    } catch (error) {
      // Servers repeat the address in their refusal; it must not reach a log or the job table.
      throw new Error(`the mail server did not take a mail (${codeOf(error)})`);
    }
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  const code = 'code' in error ? String(error.code) : 'unknown';
  return 'responseCode' in error && error.responseCode ? `${code} ${String(error.responseCode)}` : code;
}

/** `Name <address>` or an address alone. @throws when it is neither */
export function parseSender(text: string): { name: string; address: string } {
  const match = /^\s*(?:"?([^"<]*?)"?\s*<([^<>]+)>|([^<>\s]+))\s*$/.exec(text);
  const address = parseEmail(match?.[2] ?? match?.[3] ?? '');
  if (!address.ok) throw new Error('MAIL_FROM is neither an address nor `Name <address>`');
  return { name: cleanText(match?.[1] ?? ''), address: address.value };
}
