import { createHmac, timingSafeEqual } from 'node:crypto';

/** What the link of a mail does. A number is never given to another act: mails are kept for years. */
export const linkActs = { confirmOptIn: 1, unsubscribeFan: 2, stopLinkCheckMails: 3, confirmReminder: 4, cancelReminder: 5 } as const;

const signatureBytes = 16;
const idBytes = 16;

/** The token of a link: base64url of act, ids and the first 16 bytes of their HMAC-SHA256. */
export function signLink(act: number, ids: readonly string[], key: string): string {
  const body = Buffer.concat([Buffer.of(act), ...ids.map(toBytes)]);
  return Buffer.concat([body, signature(body, key)]).toString('base64url');
}

/** Reads a token back, or null when it is none of ours. The comparison takes the same time whatever is wrong. */
export function readLink(token: string, key: string): { act: number; ids: string[] } | null {
  const bytes = Buffer.from(token, 'base64url');
  const ids = (bytes.length - 1 - signatureBytes) / idBytes;
  if (!Number.isInteger(ids) || ids < 1 || bytes.toString('base64url') !== token) return null;
  const body = bytes.subarray(0, -signatureBytes);
  if (!timingSafeEqual(bytes.subarray(-signatureBytes), signature(body, key))) return null;
  return { act: body.readUInt8(0), ids: Array.from({ length: ids }, (_, index) => toId(body, 1 + index * idBytes)) };
}

const toBytes = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');
const signature = (body: Buffer, key: string) => createHmac('sha256', key).update(body).digest().subarray(0, signatureBytes);

function toId(bytes: Buffer, from: number): string {
  const hex = bytes.toString('hex', from, from + idBytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
