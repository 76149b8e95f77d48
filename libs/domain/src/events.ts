/**
 * What the renderer writes into its spool and ships to the API, one JSON object a line. Ids are UUIDv7, made once by
 * the renderer; the store keeps each id once, however often it arrives.
 */

/**
 * Who asked. `bot`: a program that says so; `preview`: an app that made a card of the link; `prefetch`: a browser ahead
 * of its user; `scanner`: a program that poses as a browser to look behind a link, like the gateways of mail servers.
 * Only `person` is in the numbers; the others are kept as what they are.
 */
export type Audience = 'person' | 'bot' | 'preview' | 'prefetch' | 'scanner';
export type Device = 'phone' | 'tablet' | 'desktop' | 'other';

/** What every event says of where and how it happened. No address, no agent string, no cookie. */
export interface EventFacts {
  id: string;
  /** ISO 8601 UTC with milliseconds, the renderer's clock. */
  at: string;
  workspaceId: string;
  artistId: string;
  releaseId: string | null;
  /** Path of the page, without query. */
  path: string;
  /** Channel id of the catalogue, from `?via=`. */
  channel: string | null;
  /** Host of the referrer, lower case, never our own. */
  referrerHost: string | null;
  utm: { source?: string; medium?: string; campaign?: string; term?: string; content?: string } | null;
  /** ISO 3166-1 alpha-2, from the bundled database or a trusted proxy header. */
  country: string | null;
  /** Name of the state, province or land, in English; from the bundled database or a trusted proxy header. */
  region: string | null;
  /** Name of the city, in English; of the same source. */
  city: string | null;
  device: Device;
  audience: Audience;
  /** HMAC of address and agent under the day's salt, base64url, 16 bytes. Null for what is no person. */
  visitor: string | null;
}

export interface VisitEvent extends EventFacts {
  kind: 'visit';
}

export interface ClickEvent extends EventFacts {
  kind: 'click';
  /** Platform id, or `link:{id}` for a link of a bio page, or `social:{network}`. */
  target: string;
}

export interface CaptureEvent extends EventFacts {
  kind: 'capture';
  email: string;
  name: string | null;
  /** The box was ticked. Without it no marketing consent is recorded. */
  consented: boolean;
  consentText: string;
  formVersion: number;
  /** BCP 47 language of the page. */
  locale: string;
  /** HMAC of the network (/24 or /48) under the instance's key, base64url. */
  network: string | null;
}

/** A fan asked for one mail on release day. It is no capture: they have not joined, and it is not in the numbers of those who did. */
export interface ReminderEvent extends EventFacts {
  kind: 'reminder';
  email: string;
  /** The platform that they chose here before, by their cookie. */
  platform: string | null;
  /** The sentence beside the button, exactly as it was shown. */
  consentText: string;
  formVersion: number;
  /** BCP 47 language of the page. */
  locale: string;
  /** HMAC of the network (/24 or /48) under the instance's key, base64url. */
  network: string | null;
}

/** A fan pressed "Confirm" (or "Unsubscribe") while the API could not be reached: the token goes the durable road. */
export interface AnswerEvent {
  kind: 'confirm' | 'unsubscribe';
  id: string;
  at: string;
  token: string;
  /** The mail program unsubscribed by itself (RFC 8058), nobody saw our page. */
  oneClick?: boolean;
}

/** The same for the links in the mails about a reminder. */
export interface ReminderAnswerEvent {
  kind: 'confirm-reminder' | 'cancel-reminder';
  id: string;
  at: string;
  token: string;
  /** The platform that they picked while confirming. */
  platform?: string | null;
  /** As with AnswerEvent. */
  oneClick?: boolean;
}

export type SpooledEvent = VisitEvent | ClickEvent | CaptureEvent | ReminderEvent | AnswerEvent | ReminderAnswerEvent;

/** What the API answers to a shipped batch: every id is in one of the two lists. */
export interface IngestReceipt {
  /** How many are now in the store, including those that already were. */
  stored: number;
  /** Lines that can never be stored, put aside with their reason. */
  rejected: { line: number; id: string | null; reason: string }[];
}
