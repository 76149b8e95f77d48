import type { Entity } from './platform.js';

/** Why a text could not be taken as a release's link. */
export type NotUnderstoodCode =
  | 'EMPTY'
  | 'TOO_LONG'
  | 'NOT_A_URL'
  | 'UNSUPPORTED_SCHEME'
  | 'PRIVATE_ADDRESS'
  | 'CREDENTIALS_IN_URL'
  | 'UNUSUAL_PORT'
  | 'HOME_PAGE'
  | 'SEARCH_PAGE'
  | 'ARTIST_PAGE'
  | 'PLAYLIST'
  | 'UNKNOWN_PAGE'
  | 'FOREIGN_SMART_LINK'
  | 'SHORTENER'
  | 'SOCIAL_PAGE'
  | 'PLATFORM_CLOSED'
  | 'UNKNOWN_HOST';

export interface Recognised {
  status: 'recognised';
  /** Platform id of the catalogue. */
  platform: string;
  entity: Entity;
  /** Canonical https URL. */
  url: string;
  /** The platform's own identifier, where the address has one. */
  id?: string;
  /** ISO 3166-1 alpha-2, lower case, where the address is of one country's shop. */
  country?: string;
  /** It only leads on to the real address: usable, and better replaced. */
  short?: boolean;
  /** Something that the artist should know. */
  note?: string;
}

export interface NotUnderstood {
  status: 'not-understood';
  /** The message says what to do. */
  reason: { code: NotUnderstoodCode; message: string };
  /** The platform, where at least that is known. */
  platform?: string;
  entity?: Entity;
}

export type Recognition = Recognised | NotUnderstood;

export function notUnderstood(code: NotUnderstoodCode, message: string, platform?: string, entity?: Entity): NotUnderstood {
  return { status: 'not-understood', reason: { code, message }, ...(platform === undefined ? {} : { platform }), ...(entity === undefined ? {} : { entity }) };
}
