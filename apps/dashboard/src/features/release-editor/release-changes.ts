import { releaseTypeLabels, withholdDestinations, type PublishedDestination, type SmartLinkDocument } from '@lynkify/domain';
import { platformName } from '@lynkify/platforms';
import { formatDate, formatMomentIn } from '../../format.js';
import { captureChange, listChange, lookChange, pictureChange, proseChange, quoted, textChange } from '../page-editor/change-words.js';

/** Whether what the API calls the published document is the page of a release. */
export function isSmartLink(document: unknown): document is SmartLinkDocument {
  return typeof document === 'object' && document !== null && (document as { kind?: unknown }).kind === 'smart-link';
}

/** What publishing changes for fans, in words. */
export function releaseChanges(before: SmartLinkDocument, after: SmartLinkDocument, now = Date.now()): string[] {
  const [was, is] = [before.release, after.release];
  return [
    ...textChange('Title', was.title, is.title),
    ...textChange('Artist credit', was.artistCredit, is.artistCredit),
    ...textChange('Type', releaseTypeLabels[was.type], releaseTypeLabels[is.type]),
    ...momentChange(was, is, now),
    ...pictureChange('The artwork', before.artwork, after.artwork),
    ...listChange(allLinks(before, after), allLinks(after, before), {
      keyOf: ({ platform }) => platform,
      nameOf: ({ platform }) => `${platformName(platform)} link`,
      what: 'The links',
      kept: keptLink,
    }),
    ...proseChange('The description', was.description, is.description),
    ...trackChange(was.tracks, is.tracks),
    ...previewChange(was.tracks, is.tracks),
    ...videoChange(before.video, after.video),
    ...((before.more !== undefined) === (after.more !== undefined) ? [] : [after.more ? 'Other releases of the artist are shown' : 'Other releases of the artist are no longer shown']),
    ...textChange('UPC', was.upc, is.upc),
    ...captureChange(before.capture, after.capture),
    ...reminderChange(before.reminder, after.reminder),
    ...lookChange(before.theme, after.theme),
    ...accessChange(before, after),
  ];
}

type Link = PublishedDestination & { off: boolean };

/** Also what the page keeps back because it is dead: that is no change that somebody made. What is off, here or there, comes last: its place is no matter. */
function allLinks(document: SmartLinkDocument, other: SmartLinkDocument): Link[] {
  const offered = withholdDestinations(document, () => 'offered').destinations;
  const links = [...offered.map((link) => ({ ...link, off: false })), ...(document.off ?? []).map((link) => ({ ...link, off: true }))];
  const off = [...(document.off ?? []), ...(other.off ?? [])].map(({ platform }) => platform).sort();
  return links.sort((one, another) => off.indexOf(one.platform) - off.indexOf(another.platform));
}

function keptLink(former: Link, now: Link): string[] {
  const name = platformName(now.platform);
  const times = ({ window, before, off }: Link) => (off ? null : JSON.stringify([window?.from ?? null, window?.until ?? null, before ?? true]));
  return [
    ...(former.url === now.url ? [] : [`${name} link leads elsewhere`]),
    ...(former.off === now.off ? [] : [`${name} is switched ${now.off ? 'off' : 'on'}`]),
    ...(former.off || now.off || times(former) === times(now) ? [] : [`${name} is on the page at other times`]),
  ];
}

function accessChange(before: SmartLinkDocument, after: SmartLinkDocument): string[] {
  const [was, is] = [before.access, after.access];
  const [ended, ends] = [was?.expiresAt ?? null, is?.expiresAt ?? null];
  const [former, now] = [was?.password ?? null, is?.password ?? null];
  const endWords = ends === null ? 'The page no longer ends' : `The page ends on ${ended === null ? '' : 'another day: '}${formatMomentIn(ends, after.release.timeZone)}`;
  return [
    ...(ended === ends ? [] : [endWords]),
    ...(ended !== null && ends !== null && was?.afterwards !== is?.afterwards ? ['What its address does afterwards changes'] : []),
    ...(former === now ? [] : [now === null ? 'The page asks for no password any more' : former === null ? 'The page asks for a password' : 'The password changes: everyone is asked again']),
    ...((before.elsewhere ?? 'sink') === (after.elsewhere ?? 'sink') ? [] : [`Platforms that do not operate where a fan is ${after.elsewhere === 'hide' ? 'are left out' : 'come last'}`]),
  ];
}

/** A page of before there were reminders has none, as one that offers none. */
function reminderChange(was: SmartLinkDocument['reminder'], is: SmartLinkDocument['reminder']): string[] {
  if (!was || !is) return Boolean(was) === Boolean(is) ? [] : [is ? 'Reminders are offered before the release' : 'Reminders are no longer offered'];
  return was.consentText === is.consentText ? [] : ['Reminders: new fans agree to new words'];
}

type Release = SmartLinkDocument['release'];

function momentChange(was: Release, is: Release, now: number): string[] {
  const words = ({ releaseDate }: Release) => (releaseDate === null ? '' : formatDate(releaseDate));
  const isToCome = ({ releasedAt }: Release) => releasedAt !== null && Date.parse(releasedAt) > now;
  const date = was.releaseDate !== is.releaseDate ? textChange('Release date', words(was), words(is)) : was.releasedAt === is.releasedAt ? [] : ['The hour of the release changes'];
  return [...date, ...(isToCome(was) && is.releasedAt !== null && !isToCome(is) ? ['The release is out at once, and who asked for a reminder gets the mail'] : [])];
}

function previewChange(was: Release['tracks'], is: Release['tracks']): string[] {
  const count = (tracks: Release['tracks']) => tracks.filter(({ previewUrl }) => previewUrl).length;
  const [before, after] = [count(was), count(is)];
  if (before === after) return [];
  return [after === 0 ? 'Previews of tracks go' : before === 0 ? `Fans can listen to ${after === 1 ? 'a preview' : `previews of ${after} tracks`}` : `Tracks with a preview: ${before} become ${after}`];
}

function videoChange(was: SmartLinkDocument['video'], is: SmartLinkDocument['video']): string[] {
  if (!was || !is) return Boolean(was) === Boolean(is) ? [] : [is ? 'The video is new' : 'The video goes'];
  return was.provider !== is.provider || was.id !== is.id ? ['The video is another one'] : textChange('The video’s title', was.title, is.title);
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
