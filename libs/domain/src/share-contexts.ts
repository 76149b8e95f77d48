import type { ChannelId } from './channel.js';
import type { ReleasePhase } from './release-date.js';

/** The two kinds of pages that can be shared: a release's smart link, or the artist's bio page. */
export const sharedPages = ['smart-link', 'bio-page'] as const;
export type SharedPage = (typeof sharedPages)[number];

/**
 * The texts of a place, with `{title}`, `{artist}`, `{date}` and `{link}` in them: before the release, after it, and what
 * goes with the bio page.
 */
export interface ShareTexts {
  announced: string;
  released: string;
  artist: string;
}

/** A place where an artist shares, and what belongs there. */
export interface ShareContext {
  id: string;
  label: string;
  group: 'now' | 'people' | 'stays';
  /** The page whose address is right there. */
  page: SharedPage;
  /** Why, in half a sentence. */
  hint: string;
  /** What speaks against the other page there. */
  otherwise: string;
  channel: ChannelId;
  /** Which form of the address goes into the text: the one that can be read, or the one that can be typed. */
  form: 'full' | 'short';
  /** It is seen where nobody can tap: its QR code is what matters. */
  printed: boolean;
  /** Direct links to single platforms are of use there. */
  direct: boolean;
  /** HTML can be pasted there: the page can stand in it as a card. */
  embeds: boolean;
  texts: ShareTexts;
}

export const shareGroups = [
  { id: 'now', label: 'For this release' },
  { id: 'people', label: 'For people who decide' },
  { id: 'stays', label: 'Where it stays' },
] as const satisfies readonly { id: ShareContext['group']; label: string }[];

const plain = { printed: false, direct: false, embeds: false } as const;
const artistLine = 'Music, dates and everything else of {artist}: {link}';

/** Every place, in the order in which the share panel offers them. */
export const shareContexts = [
  {
    id: 'release-day-post', label: 'Release-day post', group: 'now', page: 'smart-link', channel: 'social-post', form: 'short', ...plain,
    hint: 'A post is about one release, so it gets the smart link: one tap to the music',
    otherwise: 'On the bio page people have to look for the release that the post is about',
    texts: {
      announced: '“{title}” is coming on {date}. Pre-save it or be reminded: {link}',
      released: '“{title}” is out now. Listen wherever you like: {link}',
      artist: artistLine,
    },
  },
  {
    id: 'story', label: 'Story', group: 'now', page: 'smart-link', channel: 'instagram-story', form: 'short', ...plain,
    hint: 'A story lasts a day, so it gets the smart link of what is new today',
    otherwise: 'A story is gone before anybody finds the release on the bio page',
    texts: { announced: '“{title}”, {date} {link}', released: '“{title}”, out now {link}', artist: '{artist} {link}' },
  },
  {
    id: 'email-campaign', label: 'Email campaign', group: 'now', page: 'smart-link', channel: 'email', form: 'full', ...plain,
    hint: 'A mail is about one thing, so its button gets the smart link',
    otherwise: 'Readers of a mail about one release want that release first',
    texts: {
      announced: 'Hi,\n\nmy new release “{title}” comes out on {date}. You can save it on your platform already, or be reminded on the day:\n\n{link}\n\n{artist}',
      released: 'Hi,\n\n“{title}” is out. Choose your platform and listen:\n\n{link}\n\n{artist}',
      artist: 'Hi,\n\neverything new is always here:\n\n{link}\n\n{artist}',
    },
  },
  {
    id: 'direct-message', label: 'Direct message', group: 'now', page: 'smart-link', channel: 'direct-message', form: 'short', ...plain,
    hint: 'You do not know what they listen on, so they get the smart link and choose',
    otherwise: 'Who was told about a song wants that song, not a page to look through',
    texts: { announced: 'My next one, “{title}”, comes out on {date}: {link}', released: 'My new one is out, “{title}”: {link}', artist: 'This is where you find me: {link}' },
  },
  {
    id: 'youtube-description', label: 'YouTube description', group: 'now', page: 'smart-link', channel: 'youtube-description', form: 'full', ...plain,
    hint: 'The video is about one song, so its first line gets that song’s smart link',
    otherwise: 'Viewers of a video look for the song that they just heard',
    texts: { announced: 'Pre-save “{title}” by {artist}, out {date}: {link}', released: 'Listen to “{title}” by {artist}: {link}', artist: 'More of {artist}: {link}' },
  },
  {
    id: 'podcast-notes', label: 'Podcast notes', group: 'now', page: 'smart-link', channel: 'podcast-notes', form: 'full', ...plain,
    hint: 'Show notes are read for what was just talked about, so they get the smart link',
    otherwise: 'Listeners open the notes for one thing and should not have to search for it',
    texts: { announced: '{artist}, “{title}” (out {date}): {link}', released: '{artist}, “{title}”: {link}', artist: '{artist}: {link}' },
  },
  {
    id: 'ad', label: 'Ad', group: 'now', page: 'smart-link', channel: 'ad', form: 'full', ...plain, direct: true,
    hint: 'An ad is paid by the click, so it leads to one release, or straight to one platform',
    otherwise: 'Every further step after a paid click loses people',
    texts: { announced: '“{title}” by {artist}. Out {date}.\n{link}', released: '“{title}” by {artist}. Out now.\n{link}', artist: '{artist}\n{link}' },
  },
  {
    id: 'playlist-pitch', label: 'Playlist pitch', group: 'people', page: 'smart-link', channel: 'playlist-pitch', form: 'full', ...plain,
    hint: 'A curator has a minute for one track, so they get the smart link',
    otherwise: 'A curator who has to look for the track does not',
    texts: {
      announced: 'Hello,\n\nI would like to suggest “{title}” by {artist} for your playlist. It comes out on {date}; everything about it is here:\n\n{link}\n\nThank you for listening.',
      released: 'Hello,\n\nI would like to suggest “{title}” by {artist} for your playlist. It is out, on every platform:\n\n{link}\n\nThank you for listening.',
      artist: 'Hello,\n\nI am {artist}. My music is here:\n\n{link}\n\nThank you for listening.',
    },
  },
  {
    id: 'press-article', label: 'Press article', group: 'people', page: 'smart-link', channel: 'press', form: 'full', ...plain, embeds: true,
    hint: 'An article is about the release, and its readers use every platform there is',
    otherwise: 'Readers of a review want to hear what they read about',
    texts: { announced: '“{title}” by {artist} comes out on {date}: {link}', released: '“{title}” by {artist} is out now: {link}', artist: '{artist}: {link}' },
  },
  {
    id: 'press-kit', label: 'Press kit', group: 'people', page: 'bio-page', channel: 'press-kit', form: 'full', ...plain,
    hint: 'A press kit is kept for years, so it gets your bio page, which is never out of date',
    otherwise: 'A press kit outlives the release; its smart link grows old in there',
    texts: { announced: '“{title}” by {artist}, out {date}: {link}', released: '“{title}” by {artist}: {link}', artist: '{artist}: music, dates and contact: {link}' },
  },
  {
    id: 'epk', label: 'EPK', group: 'people', page: 'bio-page', channel: 'epk', form: 'full', ...plain,
    hint: 'An EPK is about you, so it gets your bio page with the newest release on top',
    otherwise: 'Bookers want to know who you are before they hear one release',
    texts: { announced: '“{title}” by {artist}, out {date}: {link}', released: '“{title}” by {artist}: {link}', artist: '{artist}: music, dates and contact: {link}' },
  },
  {
    id: 'introduction', label: 'Introduction', group: 'people', page: 'bio-page', channel: 'networking', form: 'short', ...plain,
    hint: 'Somebody who meets you wants to know you, so they get your bio page',
    otherwise: 'One release says less about you than your page does',
    texts: { announced: 'I am {artist}. My next one, “{title}”, comes out on {date}: {link}', released: 'I am {artist}. My latest is “{title}”: {link}', artist: 'I am {artist}. Music and everything else is here: {link}' },
  },
  {
    id: 'instagram-bio', label: 'Instagram bio', group: 'stays', page: 'bio-page', channel: 'instagram-bio', form: 'full', ...plain,
    hint: 'A bio stays, so it gets your bio page, which always shows the newest on top',
    otherwise: 'A bio stays when the release is long past; you would have to change it each time',
    texts: { announced: '“{title}”, {date} {link}', released: '“{title}”, out now {link}', artist: '{link}' },
  },
  {
    id: 'tiktok-bio', label: 'TikTok bio', group: 'stays', page: 'bio-page', channel: 'tiktok-bio', form: 'full', ...plain,
    hint: 'A bio stays, so it gets your bio page, which always shows the newest on top',
    otherwise: 'A bio stays when the release is long past; you would have to change it each time',
    texts: { announced: '“{title}”, {date} {link}', released: '“{title}”, out now {link}', artist: '{link}' },
  },
  {
    id: 'website', label: 'Your website', group: 'stays', page: 'bio-page', channel: 'website', form: 'full', ...plain, embeds: true,
    hint: 'A website stays, so its “Listen” button gets your bio page',
    otherwise: 'A button to one release has to be changed with the next one',
    texts: { announced: '“{title}”, out {date}: {link}', released: 'Listen to “{title}”: {link}', artist: 'Listen to {artist}: {link}' },
  },
  {
    id: 'poster', label: 'QR on a poster', group: 'stays', page: 'bio-page', channel: 'qr', form: 'short', ...plain, printed: true,
    hint: 'Print cannot be changed, so it gets your bio page, which can',
    otherwise: 'It hangs there after the release too; take the smart link where the poster is for that release alone',
    texts: { announced: '“{title}”, {date}\n{link}', released: '“{title}”, out now\n{link}', artist: '{artist}\n{link}' },
  },
  {
    id: 'live-show', label: 'Live show', group: 'stays', page: 'bio-page', channel: 'live-show', form: 'short', ...plain, printed: true,
    hint: 'A crowd remembers your name, so it gets your bio page: every song, and the signup',
    otherwise: 'People who just heard a whole set look for more than one release',
    texts: { announced: '“{title}” comes out on {date}: {link}', released: '“{title}” and everything else: {link}', artist: 'Everything that you just heard: {link}' },
  },
] as const satisfies readonly ShareContext[];

export type ShareContextId = (typeof shareContexts)[number]['id'];

const byId: ReadonlyMap<string, ShareContext> = new Map(shareContexts.map((context) => [context.id, context]));

/** The place of this id, or null. */
export function shareContext(id: string): ShareContext | null {
  return byId.get(id) ?? null;
}

/** What a text to paste says of a release. */
export interface SharedFacts {
  artist: string;
  /** Null with the bio page. */
  release: { title: string; phase: ReleasePhase; /** `YYYY-MM-DD`. */ date: string | null } | null;
  link: string;
}

/** The text for a place. Asked for the bio page, or without a release, it is about the artist. */
export function shareText({ texts }: Pick<ShareContext, 'texts'>, { artist, release, link }: SharedFacts): string {
  const template = release === null ? texts.artist : release.phase === 'announced' && release.date !== null ? texts.announced : texts.released;
  const facts: Readonly<Record<string, string>> = { artist, link, title: release?.title ?? '', date: release?.date ? dayInWords(release.date) : '' };
  // In one go: what stands in a title is no placeholder.
  return template.replace(/\{(artist|link|title|date)\}/gu, (_, name: string) => facts[name] ?? '');
}

/** `16 August 2026`: a calendar day has no zone. */
function dayInWords(date: string): string {
  const moment = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(moment) ? date : new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).format(moment);
}
