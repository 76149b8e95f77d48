import { parseEmail, type AnswerEvent, type Audience, type CaptureEvent, type ClickEvent, type Device, type EventFacts, type ReminderAnswerEvent, type ReminderEvent, type SpooledEvent, type VisitEvent } from '@lynkify/domain';
import { BadField, eventId, id, idOrNull, isObject, oneOf, text, textOrNull, time, timeOfId, type Fields } from './event-checks.js';

const kinds = ['visit', 'click', 'capture', 'reminder', 'confirm', 'unsubscribe', 'confirm-reminder', 'cancel-reminder'] as const satisfies readonly SpooledEvent['kind'][];
const devices = ['phone', 'tablet', 'desktop', 'other'] as const satisfies readonly Device[];
const audiences = ['person', 'bot', 'preview', 'prefetch', 'scanner'] as const satisfies readonly Audience[];
const utmNames = ['source', 'medium', 'campaign', 'term', 'content'] as const;

/** The renderer makes id and `at` of one look at the clock; further apart, one of them is not its own. */
const clockTolerance = 60_000;

export type ReadEvent = { event: SpooledEvent } | { id: string | null; reason: string };

/** Reads one shipped line. Whatever is not exactly an event of the contract gets a reason instead. */
export function readSpooledEvent(line: string): ReadEvent {
  const fields = parseObject(line);
  if (!fields) return { id: null, reason: 'NOT_JSON' };
  try {
    return { event: toEvent(fields) };
  } catch (error) {
    if (!(error instanceof BadField)) throw error;
    return { id: typeof fields.id === 'string' ? fields.id.slice(0, 64).replaceAll('\u0000', '') : null, reason: error.message };
  }
}

function parseObject(line: string): Fields | null {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function toEvent(fields: Fields): SpooledEvent {
  const kind = oneOf(fields, 'kind', kinds);
  switch (kind) {
    case 'visit':
      return { kind, ...readFacts(fields) } satisfies VisitEvent;
    case 'click':
      return { kind, ...readFacts(fields), target: text(fields, 'target', 100, /^[a-z0-9][A-Za-z0-9:._-]*$/) } satisfies ClickEvent;
    case 'capture':
      return readCapture(fields);
    case 'reminder':
      return readReminder(fields);
    case 'confirm-reminder':
    case 'cancel-reminder':
      return { kind, ...readMoment(fields), token: readToken(fields), platform: textOrNull(fields, 'platform', 40, platformShape), ...(fields.oneClick === true ? { oneClick: true } : {}) } satisfies ReminderAnswerEvent;
    case 'confirm':
    case 'unsubscribe':
      return { kind, ...readMoment(fields), token: readToken(fields), ...(fields.oneClick === true ? { oneClick: true } : {}) } satisfies AnswerEvent;
  }
}

function readCapture(fields: Fields): CaptureEvent {
  if (typeof fields.consented !== 'boolean') throw new BadField('consented');
  return { kind: 'capture', ...readFacts(fields), ...readAgreement(fields), name: textOrNull(fields, 'name', 400), consented: fields.consented };
}

function readReminder(fields: Fields): ReminderEvent {
  return { kind: 'reminder', ...readFacts(fields), ...readAgreement(fields), platform: textOrNull(fields, 'platform', 40, platformShape) };
}

const platformShape = /^[\w-]+$/;
const readToken = (fields: Fields) => text(fields, 'token', 200, /^[A-Za-z0-9_-]+$/);

/** An address, and what it was given for. */
function readAgreement(fields: Fields): Pick<CaptureEvent, 'email' | 'consentText' | 'formVersion' | 'locale' | 'network'> {
  if (typeof fields.formVersion !== 'number' || !Number.isInteger(fields.formVersion) || fields.formVersion < 0 || fields.formVersion > 2_000_000_000) throw new BadField('formVersion');
  const email = parseEmail(text(fields, 'email', 320));
  if (!email.ok) throw new BadField('email');
  return {
    email: email.value,
    consentText: text(fields, 'consentText', 4_000),
    formVersion: fields.formVersion,
    locale: text(fields, 'locale', 35, /^[A-Za-z0-9-]*$/),
    network: textOrNull(fields, 'network', 64, /^[A-Za-z0-9_-]+$/),
  };
}

/** Written out property by property: an object that begins with a spread costs as much as everything else here. */
function readFacts(fields: Fields): EventFacts {
  const { id: ownId, at } = readMoment(fields);
  return {
    id: ownId,
    at,
    workspaceId: id(fields, 'workspaceId'),
    artistId: id(fields, 'artistId'),
    releaseId: idOrNull(fields, 'releaseId'),
    path: text(fields, 'path', 500, /^\//),
    channel: textOrNull(fields, 'channel', 40, /^[a-z0-9-]+$/),
    referrerHost: textOrNull(fields, 'referrerHost', 253, /^[^\s/?#@A-Z]+$/),
    utm: readUtm(fields.utm),
    country: textOrNull(fields, 'country', 2, /^[A-Z]{2}$/),
    region: textOrNull(fields, 'region', 120),
    city: textOrNull(fields, 'city', 120),
    device: oneOf(fields, 'device', devices),
    audience: oneOf(fields, 'audience', audiences),
    visitor: textOrNull(fields, 'visitor', 64, /^[A-Za-z0-9_-]+$/),
  };
}

/**
 * The time inside the id is the event's time, whatever `at` says: it is part of the key, and a line that comes again
 * with the same id must find itself.
 */
function readMoment(fields: Fields): { id: string; at: string } {
  const ownId = eventId(fields);
  const ownTime = timeOfId(ownId);
  if (Math.abs(time(fields, 'at') - ownTime) > clockTolerance) throw new BadField('at');
  return { id: ownId, at: new Date(ownTime).toISOString() };
}

function readUtm(value: unknown): EventFacts['utm'] {
  if (value === null || value === undefined) return null;
  if (!isObject(value)) throw new BadField('utm');
  const utm: NonNullable<EventFacts['utm']> = {};
  for (const name of utmNames) {
    const said = textOrNull(value, name, 200);
    if (said) utm[name] = said;
  }
  return Object.keys(utm).length > 0 ? utm : null;
}
