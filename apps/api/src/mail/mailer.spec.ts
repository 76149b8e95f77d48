import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { startMailbox, type TestMailbox } from '@lynkify/testing';
import { readEnvironment, type Environment } from '../environment.js';
import { renderMail } from './mail-layout.js';
import { Mailer, MailRefused, parseSender } from './mailer.js';

const content = { title: 'A <b>title</b>', paragraphs: ['First & "second"\nline'], button: { label: 'Do it', url: 'https://example.com/?a=1&b=2' }, footer: { lines: ['Why this came'], links: [{ label: 'Stop', url: 'https://example.com/stop' }] } };

describe('the layout of mails', () => {
  it('says the same in text and in HTML', () => {
    const { html, text } = renderMail(content);
    expect(text).toBe('A <b>title</b>\n\nFirst & "second"\nline\n\nDo it:\nhttps://example.com/?a=1&b=2\n\n-- \nWhy this came\nStop: https://example.com/stop\n');
    expect(html).toContain('A &lt;b&gt;title&lt;/b&gt;');
    expect(html).toContain('First &amp; &quot;second&quot;<br>line');
    expect(html).toContain('href="https://example.com/?a=1&amp;b=2"');
    expect(html).not.toContain('<b>title');
  });

  it('fetches nothing and has colours for the dark', () => {
    const { html } = renderMail(content);
    expect(html).not.toMatch(/<img|<link|<script|@import|url\(/);
    expect(html).toContain('prefers-color-scheme:dark');
  });
});

describe('the mailer', () => {
  let mailbox: TestMailbox;
  let mailer: Mailer;
  const environment = (): Environment => readEnvironment({ DATABASE_URL: 'postgres://localhost/none', RENDERER_KEY: 'r'.repeat(32), LINK_KEY: 'l'.repeat(32), SMTP_URL: mailbox.url, MEDIA_DIR: '/tmp', MAIL_FROM: 'Lynkify <hello@example.com>' });
  beforeAll(async () => {
    mailbox = await startMailbox();
    mailer = new Mailer(environment());
  });
  afterAll(async () => {
    mailer.onApplicationShutdown();
    await mailbox.stop();
  });
  const mail = { subject: 'Hello', html: '<p>Hello</p>', text: 'Hello' };

  it('sends to one address, with headers and a name in front of the sender’s address', async () => {
    await mailer.send({ ...mail, to: 'fan@example.com', fromName: 'Die With A Smile', headers: { 'List-Unsubscribe': '<https://example.com/u/x>', 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } });
    const received = await mailbox.take('fan@example.com');
    expect(received).toMatchObject({ to: ['fan@example.com'], subject: 'Hello', text: expect.stringContaining('Hello') });
    expect(received.headers.get('from')).toMatchObject({ text: '"Die With A Smile" <hello@example.com>' });
    expect(received.headers.get('list')).toMatchObject({ 'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' } });
  });

  it('sends to nobody else, whatever the address holds', async () => {
    const before = mailbox.mails.length;
    for (const to of ['a@example.com\r\nBcc: b@example.com', 'a@example.com, b@example.com', '"x" <a@example.com>', 'a@example.com\n', 'group: a@example.com;', '']) {
      const sent = mailer.send({ ...mail, to });
      if (to.trim() === 'a@example.com') await sent;
      else await expect(sent).rejects.toThrow('no valid address');
    }
    expect(mailbox.mails.slice(before).flatMap((received) => received.to)).toEqual(['a@example.com']);
  });

  it('lets no subject, name or header add a header', async () => {
    await mailer.send({ ...mail, to: 'c@example.com', subject: 'Hello\r\nBcc: b@example.com', fromName: 'Artist\r\nBcc: b@example.com' });
    const received = await mailbox.take('c@example.com');
    expect(received.to).toEqual(['c@example.com']);
    expect(received.headers.has('bcc')).toBe(false);
    expect(received.subject).toBe('Hello Bcc: b@example.com');
    await expect(mailer.send({ ...mail, to: 'c@example.com', headers: { 'List-Id': 'x\r\nBcc: b@example.com' } })).rejects.toThrow('not allowed');
    await expect(mailer.send({ ...mail, to: 'c@example.com', headers: { 'X:\r\nBcc': 'b@example.com' } })).rejects.toThrow('not allowed');
  });

  it('names no address when the server does not take a mail', async () => {
    const away = new Mailer({ ...environment(), smtpUrl: 'smtp://127.0.0.1:1' });
    const error: unknown = await away.send({ ...mail, to: 'someone@example.com' }).catch((thrown: unknown) => thrown);
    away.onApplicationShutdown();
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toContain('ESOCKET');
    expect(`${String(error)} ${error instanceof Error ? error.stack : ''}`).not.toContain('someone@example.com');
  });

  it('lets the last line out only after what was to be done before it, and then the server has the mail', async () => {
    const held = mailbox.mails.length;
    let before: number | null = null;
    await mailer.send({ ...mail, to: 'd@example.com', messageId: '<one@example.com>', beforeLastLine: () => Promise.resolve(void (before = mailbox.mails.length)) });
    expect([before, mailbox.mails.length]).toEqual([held, held + 1]);
    expect((await mailbox.take('d@example.com')).headers.get('message-id')).toBe('<one@example.com>');
  });

  it('sends nothing when that fails, says why, and goes on with the next mail', async () => {
    const held = mailbox.mails.length;
    const long = 'A longer text than any buffer on the way takes. '.repeat(4_000);
    for (const text of ['Hello', long]) {
      await expect(mailer.send({ ...mail, text, to: 'e@example.com', beforeLastLine: () => Promise.reject(new Error('not wanted')) })).rejects.toThrow('not wanted');
    }
    await mailer.send({ ...mail, to: 'f@example.com' });
    await mailbox.take('f@example.com');
    expect(mailbox.mails.slice(held).map(({ to }) => to)).toEqual([['f@example.com']]);
  });

  it('tells a server that said no from one that said nothing', async () => {
    const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], onRcptTo: (_address, _session, done) => done(Object.assign(new Error('no such user'), { responseCode: 550 })) });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.server.address();
    const refusing = new Mailer({ ...environment(), smtpUrl: `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}` });
    const error: unknown = await refusing.send({ ...mail, to: 'g@example.com' }).catch((thrown: unknown) => thrown);
    refusing.onApplicationShutdown();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    expect(error).toBeInstanceOf(MailRefused);
    expect(error).toMatchObject({ forGood: true });
  });

  it('reads the sender as a name with an address or as an address alone', () => {
    expect(parseSender('Lynkify <hello@example.com>')).toEqual({ name: 'Lynkify', address: 'hello@example.com' });
    expect(parseSender('"Lynkify, Inc" <hello@example.com>')).toEqual({ name: 'Lynkify, Inc', address: 'hello@example.com' });
    expect(parseSender('hello@example.com')).toEqual({ name: '', address: 'hello@example.com' });
    expect(() => parseSender('nobody')).toThrow('MAIL_FROM');
  });
});
