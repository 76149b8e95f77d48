import { canonicalLinks, emptyRelease, wholeDate } from './found.js';
import type { FoundBy, FoundRelease } from './lookup.js';
import { at, idAt, textAt, urlAt } from './read-json.js';
import { readDuration } from './tidal.js';

/** What channels put behind a song's title to say what the video is. */
const kindOfVideo = /\s*[([](?:official\s+)?(?:music\s+|lyrics?\s+)?(?:video|audio|visuali[sz]er|lyrics?)(?:\s+(?:hd|4k))?[)\]]\s*$/iu;

/** `D.O.D - Topic` and `DODVEVO` are channels of D.O.D. and of DOD. */
const artistOf = (channel: string) => channel.replace(/\s+-\s+Topic$/u, '').replace(/VEVO$/u, '');

/**
 * A video as a release. Those that YouTube makes itself of what a distributor delivers say in their description, line by
 * line, what they are; of others the title and the channel are all there is.
 */
export function readVideo(item: unknown, by: FoundBy): FoundRelease | null {
  const id = idAt(item, 'id');
  const snippet = at(item, 'snippet');
  const title = textAt(snippet, 'title');
  const channel = textAt(snippet, 'channelTitle');
  if (id === null || title === null || channel === null) return null;
  const delivered = readDelivered(at(snippet, 'description'));
  const told = delivered ?? readTitle(title, channel);
  const page = `https://www.youtube.com/watch?v=${id}`;
  return {
    ...emptyRelease({ service: 'youtube', id, by, title: told.title, artist: told.artist }),
    releaseDate: delivered?.releaseDate ?? null,
    label: delivered?.label ?? null,
    artworkUrl: thumbnail(snippet),
    tracks: [{ position: 1, title: told.title, isrc: null, durationMs: readDuration(textAt(item, 'contentDetails', 'duration')), previewUrl: null }],
    links: canonicalLinks(delivered ? [`https://music.youtube.com/watch?v=${id}`, page] : [page]),
  };
}

/** A playlist of YouTube's own, of one album. Its videos are the tracks, on the artist's channel. */
export function readPlaylist(item: unknown, videos: readonly unknown[], by: FoundBy): FoundRelease | null {
  const id = idAt(item, 'id');
  const title = textAt(item, 'snippet', 'title')?.replace(/^Album - /u, '') ?? null;
  if (id === null || title === null) return null;
  const owner = videos.map((video) => textAt(video, 'snippet', 'videoOwnerChannelTitle')).find((name) => name !== null);
  const channel = textAt(item, 'snippet', 'channelTitle') ?? '';
  return {
    ...emptyRelease({ service: 'youtube', id, by, title, artist: artistOf(owner ?? (channel === 'YouTube' ? '' : channel)) }),
    artworkUrl: thumbnail(at(item, 'snippet')),
    tracks: videos.flatMap((video, index) => {
      const name = textAt(video, 'snippet', 'title');
      return name === null ? [] : [{ position: index + 1, title: name, isrc: null, durationMs: null, previewUrl: null }];
    }),
    links: canonicalLinks([`https://music.youtube.com/playlist?list=${id}`, `https://www.youtube.com/playlist?list=${id}`]),
  };
}

function thumbnail(snippet: unknown): string | null {
  for (const size of ['maxres', 'standard', 'high']) {
    const url = urlAt(snippet, 'thumbnails', size, 'url');
    if (url !== null) return url;
  }
  return null;
}

/** “Artist - Title (Official Video)”, or the title alone on the artist's own channel. */
function readTitle(title: string, channel: string): { title: string; artist: string } {
  const bare = title.replace(kindOfVideo, '');
  const [before = '', ...after] = bare.split(/\s+[-–—]\s+/u);
  return after.length === 0 || before === '' ? { title: bare, artist: artistOf(channel) } : { title: after.join(' - '), artist: before };
}

/** `Provided to YouTube by …`, the title and the artists between dots, the album, the label behind ℗, the day. */
function readDelivered(description: unknown): { title: string; artist: string; label: string | null; releaseDate: string | null } | null {
  if (typeof description !== 'string' || !description.startsWith('Provided to YouTube by ')) return null;
  const lines = description.slice(0, 5_000).split('\n').map((line) => line.trim());
  const [title, ...artists] = (lines.slice(1).find((line) => line !== '') ?? '').split(' · ');
  if (title === undefined || title === '' || artists.length === 0) return null;
  const label = lines.map((line) => /^℗ (?:\d{4} )?(.+)$/u.exec(line)?.[1]).find((each) => each !== undefined) ?? null;
  const day = lines.map((line) => /^Released on: (\d{4}-\d{2}-\d{2})$/u.exec(line)?.[1]).find((each) => each !== undefined) ?? null;
  return { title: textAt(title) ?? '', artist: textAt(artists.join(', ')) ?? '', label: textAt(label), releaseDate: wholeDate(day) };
}
