import { randomUUID } from 'node:crypto';
import { pipeline, Transform } from 'node:stream';
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
  /** Between angle brackets, unique in the world; one is made where none is given. */
  messageId?: string;
  /**
   * Awaited when everything but the last line has gone out: without that line no server takes the mail. When this throws,
   * the line is not sent, and neither is the mail.
   */
  beforeLastLine?: () => Promise<void>;
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
  /** What is to be done before the last line of mails that are going out, by their ids. */
  private readonly lastLines = new Map<string, () => Promise<void>>();

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
    this.transport.use('stream', ({ message }, done) => {
      const before = this.lastLines.get(message.messageId());
      // Whoever reads the result hears of what goes wrong.
      if (before) message.processFunc((input) => pipeline(input, holdingLastLine(before), () => undefined));
      done();
    });
  }

  /**
   * @throws when the address is not exactly one, a header holds a line break, or the server did not take the mail; the
   *   message names no address. A MailRefused says that the server would not have this very mail.
   */
  async send({ to, subject, html, text, headers = {}, fromName, messageId = `<${randomUUID()}@${this.host}>`, beforeLastLine }: Mail): Promise<void> {
    const address = parseEmail(to);
    if (!address.ok) throw new Error('a mail has no valid address to go to');
    for (const [name, value] of Object.entries(headers)) {
      if (!/^[A-Za-z0-9-]+$/.test(name) || /[\r\n\0]/.test(value)) throw new Error(`the mail header ${name} is not allowed`);
    }
    let stopped: unknown = null;
    if (beforeLastLine) {
      this.lastLines.set(messageId, () =>
        beforeLastLine().catch((error: unknown) => {
          stopped = error;
          throw error;
        }),
      );
    }
    try {
      await this.transport.sendMail({
        messageId,
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
      if (stopped !== null) throw stopped;
      // Servers repeat the address in their refusal; it must not reach a log or the job table.
      const said = `the mail server did not take a mail (${codeOf(error)})`;
      const refusal = refusalOf(error);
      throw refusal === null ? new Error(said) : new MailRefused(said, refusal.forGood);
    } finally {
      this.lastLines.delete(messageId);
    }
  }

  /** What stands behind the @ of ids. */
  get host(): string {
    return this.sender.address.slice(this.sender.address.lastIndexOf('@') + 1);
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}

/** The server answered that it does not take this mail: its address, or what it says. */
export class MailRefused extends Error {
  constructor(
    message: string,
    /** There is no such address (5xx to RCPT TO): nothing is gained by trying again. */
    readonly forGood: boolean,
  ) {
    super(message);
    this.name = 'MailRefused';
  }
}

/** Passes a mail on as fast as the server takes it, and ends only when `before` has come to its end. */
function holdingLastLine(before: () => Promise<void>): Transform {
  // Nothing is read ahead: the end is reached when the server has everything else.
  return new Transform({
    readableHighWaterMark: 1,
    transform: (chunk, _encoding, done) => done(null, chunk),
    flush: (done) => void before().then(() => done(), done),
  });
}

/** Null for what is no fault of the mail: no connection, no sign-in, or a sender that the server does not want (RFC 5321, section 4.3.2). */
function refusalOf(error: unknown): { forGood: boolean } | null {
  if (typeof error !== 'object' || error === null || !('responseCode' in error) || typeof error.responseCode !== 'number') return null;
  const command = 'command' in error ? String(error.command) : '';
  if (command === 'RCPT TO') return { forGood: error.responseCode >= 500 };
  return command === 'DATA' ? { forGood: false } : null;
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
