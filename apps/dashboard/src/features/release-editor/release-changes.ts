import { releaseTypeLabels, withholdDestinations, type SmartLinkDocument } from '@lynkify/domain';
import { platformName } from '@lynkify/platforms';
import { formatDate } from '../../format.js';
import { captureChange, listChange, lookChange, pictureChange, proseChange, quoted, textChange } from '../page-editor/change-words.js';

/** Whether what the API calls the published document is the page of a release. */
export function isSmartLink(document: unknown): document is SmartLinkDocument {
  return typeof document === 'object' && document !== null && (document as { kind?: unknown }).kind === 'smart-link';
}

/** What publishing changes for fans, in words. */
export function releaseChanges(before: SmartLinkDocument, after: SmartLinkDocument): string[] {
  const [was, is] = [before.release, after.release];
  return [
    ...textChange('Title', was.title, is.title),
    ...textChange('Artist credit', was.artistCredit, is.artistCredit),
    ...textChange('Type', releaseTypeLabels[was.type], releaseTypeLabels[is.type]),
    ...momentChange(was, is),
    ...pictureChange('The artwork', before.artwork, after.artwork),
    ...listChange(allLinks(before), allLinks(after), {
      keyOf: ({ platform }) => platform,
      nameOf: ({ platform }) => `${platformName(platform)} link`,
      what: 'The links',
      kept: (former, now) => (former.url === now.url ? [] : [`${platformName(now.platform)} link leads elsewhere`]),
    }),
    ...proseChange('The description', was.description, is.description),
    ...trackChange(was.tracks, is.tracks),
    ...textChange('UPC', was.upc, is.upc),
    ...captureChange(before.capture, after.capture),
    ...reminderChange(before.reminder, after.reminder),
    ...lookChange(before.theme, after.theme),
  ];
}

/** Also what the page keeps back because it is dead: that is no change that somebody made. */
const allLinks = (document: SmartLinkDocument) => withholdDestinations(document, () => 'offered').destinations;

/** A page of before there were reminders has none, as one that offers none. */
function reminderChange(was: SmartLinkDocument['reminder'], is: SmartLinkDocument['reminder']): string[] {
  if (!was || !is) return Boolean(was) === Boolean(is) ? [] : [is ? 'Reminders are offered before the release' : 'Reminders are no longer offered'];
  return was.consentText === is.consentText ? [] : ['Reminders: new fans agree to new words'];
}

type Release = SmartLinkDocument['release'];

function momentChange(was: Release, is: Release): string[] {
  const words = ({ releaseDate }: Release) => (releaseDate === null ? '' : formatDate(releaseDate));
  if (was.releaseDate !== is.releaseDate) return textChange('Release date', words(was), words(is));
  return was.releasedAt === is.releasedAt ? [] : ['The hour of the release changes'];
}

function trackChange(was: Release['tracks'], is: Release['tracks']): string[] {
  const titles = (tracks: Release['tracks']) => tracks.map(({ title }) => title);
  const [before, after] = [titles(was), titles(is)];
  if (before.length !== after.length) return [`Tracks: ${before.length} become ${after.length}`];
  const renamed = after.filter((title) => !before.includes(title));
  if (renamed.length === 1 && before.length > 0) return [`Track ${after.indexOf(renamed[0] ?? '') + 1} is now ${quoted(renamed[0] ?? '')}`];
  if (renamed.length > 1) return [`${renamed.length} tracks have other titles`];
  if (before.join('\n') !== after.join('\n')) return ['The tracks stand in another order'];
  return was.some(({ isrc }, index) => isrc !== is[index]?.isrc) ? ['ISRCs change'] : [];
}
