import { cleanLines, codePoints, defaultReminder, parseCaptureForm, parseDate, parseLocalMoment, parseReminder, parseText, parseTheme, parseTime, parseTimeZone, parseTitle, parseUpc, refuse, type AfterExpiry, type CaptureForm, type ElsewhereRule, type PageTheme, type Refusal, type ReleaseType, type ReminderSettings, type Result } from '@lynkify/domain';
import { readVideo } from './release-video.js';
import type { ReleaseEntity } from './release.entity.js';

/** What can be typed of a release. Left out (undefined) stays; null clears where there may be nothing. */
export interface TypedRelease {
  title?: string | null;
  artistCredit?: string | null;
  type?: ReleaseType | null;
  releaseDate?: string | null;
  releaseTime?: string | null;
  timeZone?: string | null;
  upc?: string | null;
  label?: string | null;
  description?: string | null;
  artworkId?: string | null;
  artworkAlt?: string | null;
  theme?: { appearance?: string | null; accent?: string | null; buttons?: string | null; credit?: boolean | null } | null;
  capture?: { title: string; consentText: string; askName: boolean } | null;
  removeCapture?: boolean | null;
  reminder?: { on?: boolean | null; consentText?: string | null } | null;
  previews?: boolean | null;
  video?: { url: string; title?: string | null } | null;
  alsoBy?: boolean | null;
  elsewhere?: ElsewhereRule | null;
  expires?: string | null;
  afterExpiry?: AfterExpiry | null;
}

export type ReleaseFields = Partial<Pick<ReleaseEntity, 'title' | 'artistCredit' | 'type' | 'releaseDate' | 'releaseTime' | 'timeZone' | 'upc' | 'label' | 'description' | 'artworkId' | 'artworkAlt' | 'theme' | 'capture' | 'reminder' | 'previews' | 'videoUrl' | 'videoTitle' | 'alsoBy' | 'elsewhere' | 'expires' | 'afterExpiry'>>;

const longestDescription = 2_000;

/** The columns that typed values become, every rule of the domain applied, all reasons kept. */
export function readRelease(typed: TypedRelease, current: { theme: PageTheme; capture: CaptureForm | null; reminder?: ReminderSettings }): Result<ReleaseFields> {
  const fields: ReleaseFields = {};
  const errors: Refusal[] = [];
  /** Takes what is accepted; where it stands in the input is said by `path`. */
  const take = <T>(path: string[], result: Result<T>, keep: (value: T) => void): void => {
    if (result.ok) keep(result.value);
    else errors.push(...result.errors.map((error) => ({ ...error, path: [...path, ...(path.length > 0 && error.path[0] === path[0] ? error.path.slice(1) : error.path)] })));
  };

  if (typed.title != null) take(['title'], parseTitle(typed.title), (title) => (fields.title = title));
  if (typed.artistCredit != null) take(['artistCredit'], parseText(typed.artistCredit, 'artistCredit', { min: 0, max: 200 }), (credit) => (fields.artistCredit = credit));
  if (typed.type != null) fields.type = typed.type;
  if (typed.timeZone != null) take(['timeZone'], parseTimeZone(typed.timeZone), (zone) => (fields.timeZone = zone));
  if (typed.artworkAlt != null) take(['artworkAlt'], parseText(typed.artworkAlt, 'artworkAlt', { min: 0, max: 500 }), (alt) => (fields.artworkAlt = alt));
  if (typed.label != null) take(['label'], parseText(typed.label, 'label', { min: 0, max: 200 }), (label) => (fields.label = label));
  if (typed.description != null) take(['description'], readDescription(typed.description), (text) => (fields.description = text));
  if (typed.artworkId !== undefined) fields.artworkId = typed.artworkId;

  if (typed.releaseDate === null) fields.releaseDate = null;
  else if (typed.releaseDate !== undefined) take(['releaseDate'], parseDate(typed.releaseDate), (date) => (fields.releaseDate = date));
  if (typed.releaseTime === null || typed.releaseTime === '') fields.releaseTime = null;
  else if (typed.releaseTime !== undefined) take(['releaseTime'], parseTime(typed.releaseTime), (time) => (fields.releaseTime = time));
  if (typed.upc === null || typed.upc?.trim() === '') fields.upc = null;
  else if (typed.upc !== undefined) take(['upc'], parseUpc(typed.upc), ({ code }) => (fields.upc = code));

  if (typed.theme) take(['theme'], parseTheme(typed.theme, current.theme), (theme) => (fields.theme = theme));
  if (typed.removeCapture) fields.capture = null;
  else if (typed.capture) take(['capture'], parseCaptureForm(typed.capture, current.capture), (capture) => (fields.capture = capture));

  if (typed.previews != null) fields.previews = typed.previews;
  if (typed.alsoBy != null) fields.alsoBy = typed.alsoBy;
  if (typed.video === null) Object.assign(fields, { videoUrl: null, videoTitle: '' });
  else if (typed.video !== undefined) take(['video'], readVideo(typed.video), (video) => Object.assign(fields, video));
  if (typed.elsewhere != null) fields.elsewhere = typed.elsewhere;
  if (typed.afterExpiry != null) fields.afterExpiry = typed.afterExpiry;
  if (typed.expires === null || typed.expires?.trim() === '') fields.expires = null;
  else if (typed.expires !== undefined) take(['expires'], parseLocalMoment(typed.expires, 'expires'), (moment) => (fields.expires = moment));
  if (typed.reminder) take(['reminder'], parseReminder(typed.reminder, current.reminder ?? defaultReminder), (reminder) => (fields.reminder = reminder));
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: fields };
}

function readDescription(text: string): Result<string> {
  const cleaned = cleanLines(text);
  const length = codePoints(cleaned);
  return length > longestDescription ? refuse('TEXT_TOO_LONG', ['description'], `The description has ${length} characters; at most ${longestDescription} fit.`) : { ok: true, value: cleaned };
}
