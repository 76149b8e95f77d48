import { linkActs, readLink, signLink } from '../mail/signed-link.js';

/** What a link in a mail to a fan stands for. */
export type FanLink =
  | { kind: 'confirm'; workspaceId: string; optInId: string }
  | { kind: 'unsubscribe'; workspaceId: string; fanId: string; artistId: string }
  | { kind: 'confirm-reminder' | 'cancel-reminder'; workspaceId: string; reminderId: string };

/** The token of a link. */
export function signFanLink(link: FanLink, key: string): string {
  if (link.kind === 'confirm') return signLink(linkActs.confirmOptIn, [link.workspaceId, link.optInId], key);
  if (link.kind === 'unsubscribe') return signLink(linkActs.unsubscribeFan, [link.workspaceId, link.fanId, link.artistId], key);
  return signLink(link.kind === 'confirm-reminder' ? linkActs.confirmReminder : linkActs.cancelReminder, [link.workspaceId, link.reminderId], key);
}

/** Reads a token back, or null when it is none of ours. */
export function readFanLink(token: string, key: string): FanLink | null {
  const { act, ids } = readLink(token, key) ?? { act: 0, ids: [] };
  const [workspaceId, second, third, ...more] = ids;
  if (workspaceId === undefined || second === undefined || more.length > 0) return null;
  if (act === linkActs.confirmOptIn && third === undefined) return { kind: 'confirm', workspaceId, optInId: second };
  if (act === linkActs.confirmReminder && third === undefined) return { kind: 'confirm-reminder', workspaceId, reminderId: second };
  if (act === linkActs.cancelReminder && third === undefined) return { kind: 'cancel-reminder', workspaceId, reminderId: second };
  if (act === linkActs.unsubscribeFan && third !== undefined) return { kind: 'unsubscribe', workspaceId, fanId: second, artistId: third };
  return null;
}
