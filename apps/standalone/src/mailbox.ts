import type { IncomingMessage } from 'node:http';
import { MailDev } from 'maildev';

// The local mailbox: takes every mail that is sent and shows it in the browser. A program of its own, run by serve.ts.
const [, , host = '127.0.0.1', web = '4300', smtp = '4325', mailDirectory = ''] = process.argv;

// Silent: its lines name whom every mail is for, and logs name nobody.
const mailbox = new MailDev({ silent: true, ip: '127.0.0.1', smtp: Number(smtp), webIp: host, web: Number(web), mailDirectory, maxEmails: 2_000 });
const { api } = await mailbox.start();

// MailDev shows its page only to who asks for HTML by name; a person with curl should not take it for missing.
api?.server.server.prependListener('request', ({ url, headers }: IncomingMessage) => {
  if (url === '/') headers.accept = 'text/html';
});

process.once('SIGTERM', () => {
  // Browsers keep a connection open that is told of new mails; nothing here is worth waiting for.
  setTimeout(() => process.exit(0), 1_000).unref();
  void mailbox.stop().then(() => process.exit(0));
});
