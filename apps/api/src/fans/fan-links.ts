import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link in a mail to a fan stands for. */
export type FanLink =
  | { kind: 'confirm'; workspaceId: string; optInId: string }
  | { kind: 'unsubscribe'; workspaceId: string; fanId: string; artistId: string }
  | { kind: 'confirm-reminder' | 'cancel-reminder'; workspaceId: string; reminderId: string };

/** First byte of a token. */
const kinds = { confirm: 1, unsubscribe: 2, 'confirm-reminder': 3, 'cancel-reminder': 4 } as const satisfies Record<FanLink['kind'], number>;
const signatureBytes = 16;

/** The token of a link: base64url of kind, ids and the first 16 bytes of their HMAC-SHA256. */
export function signFanLink(link: FanLink, key: string): string {
  const body = Buffer.concat([Buffer.of(kinds[link.kind]), ...idsOf(link).map(toBytes)]);
  return Buffer.concat([body, signature(body, key)]).toString('base64url');
}

/** Reads a token back, or null when it is none of ours. The comparison takes the same time whatever is wrong. */
export function readFanLink(token: string, key: string): FanLink | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length < signatureBytes + 33 || bytes.toString('base64url') !== token) return null;
  const body = bytes.subarray(0, -signatureBytes);
  if (!timingSafeEqual(bytes.subarray(-signatureBytes), signature(body, key))) return null;
  const [kind] = body;
  if (kind === kinds.unsubscribe) return body.length === 49 ? { kind: 'unsubscribe', workspaceId: toId(body, 1), fanId: toId(body, 17), artistId: toId(body, 33) } : null;
  if (body.length !== 33) return null;
  if (kind === kinds.confirm) return { kind: 'confirm', workspaceId: toId(body, 1), optInId: toId(body, 17) };
  if (kind === kinds['confirm-reminder']) return { kind: 'confirm-reminder', workspaceId: toId(body, 1), reminderId: toId(body, 17) };
  if (kind === kinds['cancel-reminder']) return { kind: 'cancel-reminder', workspaceId: toId(body, 1), reminderId: toId(body, 17) };
  return null;
}

function idsOf(link: FanLink): string[] {
  if (link.kind === 'confirm') return [link.workspaceId, link.optInId];
  if (link.kind === 'unsubscribe') return [link.workspaceId, link.fanId, link.artistId];
  return [link.workspaceId, link.reminderId];
}

const toBytes = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');
const signature = (body: Buffer, key: string) => createHmac('sha256', key).update(body).digest().subarray(0, signatureBytes);

function toId(bytes: Buffer, from: number): string {
  const hex = bytes.toString('hex', from, from + 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
