import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived over SMTP: the envelope's recipients beside the parsed message. */
export interface ReceivedMail {
  to: string[];
  subject: string;
  text: string;
  html: string;
  headers: ParsedMail['headers'];
  /** Every address in the text. */
  links: string[];
}

/** A real SMTP server on loopback that keeps what it is sent. */
export interface TestMailbox {
  url: string;
  mails: ReceivedMail[];
  /** The next mail to this address that is not yet taken, waited for. @throws when none comes within the time (ms) */
  take: (to: string, withinMs?: number) => Promise<ReceivedMail>;
  stop: () => Promise<void>;
}

/** Starts the SMTP server on a free port. */
export async function startMailbox(): Promise<TestMailbox> {
  const mails: ReceivedMail[] = [];
  const taken = new Set<ReceivedMail>();
  const waiting = new Set<() => void>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      simpleParser(stream).then((mail) => {
        mails.push(toReceived(mail, session.envelope.rcptTo.map((recipient) => recipient.address)));
        for (const look of waiting) look();
        done();
      }, done);
    },
  });
  // Who goes away in the middle of a mail has sent none.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the mail server has no port');

  const find = (to: string) => mails.find((mail) => mail.to.includes(to) && !taken.has(mail));
  const take = (to: string, withinMs = 10_000) =>
    new Promise<ReceivedMail>((resolve, reject) => {
      const giveUp = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`no mail came within ${withinMs} ms`));
      }, withinMs);
      const look = () => {
        const mail = find(to);
        if (!mail) return;
        clearTimeout(giveUp);
        waiting.delete(look);
        taken.add(mail);
        resolve(mail);
      };
      waiting.add(look);
      look();
    });
  return { url: `smtp://127.0.0.1:${address.port}`, mails, take, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

function toReceived(mail: ParsedMail, to: string[]): ReceivedMail {
  const text = mail.text ?? '';
  return { to, subject: mail.subject ?? '', text, html: mail.html || '', headers: mail.headers, links: text.match(/https?:\/\/[^\s<>"]+/g) ?? [] };
}
