import { shape, words, type PlatformData } from '../platform.js';

const soundcloudPages = 'discover|search|stream|you|upload|pages|charts|settings|messages|jobs|tags|stations|terms-of-use|signin|login|logout|player|go|people|notifications|imprint|community-guidelines|mobile|popular|explore|groups|creators|for|feed';
const soundcloudTabs = 'tracks|albums|sets|reposts|likes|followers|following|popular-tracks|comments|toptracks|spotlight|playlists|recommended';
const audiusPages = 'explore|trending|feed|search|settings|library|history|upload|dashboard|messages|legal|embed|download|signup|signin|playlists|events';
const mixcloudPages = 'discover|genres|search|upload|live|select|pro|categories|widget|tag|about|developers|dashboard|terms|privacy|oembed|account|premium|subscribe';
/** Mixcloud's player names what it plays as a path. */
const feed = { feed: { like: /^(?:https?:\/\/(?:www\.)?mixcloud\.com)?(\/[^/?#]+\/[^/?#]+\/)$/u, required: true, as: 'show' } } as const;

export const independentStreaming: readonly PlatformData[] = [
  {
    id: 'soundcloud', name: 'SoundCloud', kind: 'stream', action: 'Play', colour: '#FF5500', territories: 'worldwide', universal: true,
    hosts: ['soundcloud.com'], shortHosts: ['on.soundcloud.com', 'soundcloud.app.goo.gl', 'snd.sc', 'soundcloud.page.link'], origin: 'https://soundcloud.com',
    shapes: [
      shape('playlist', '/discover/sets/{id:[^/]+}', '/discover/sets/{id}'),
      shape('artist', `/{id:word}/{_:${soundcloudTabs}}`, '/{id}', { idCase: 'lower' }),
      shape('album', '/{user:word}/sets/{id:word}[/{secret:s-[A-Za-z0-9]+}]', '/{user}/sets/{id}[/{secret}]', { lower: ['user'] }),
      shape('track', `/{user:(?!(?:${soundcloudPages})/)[A-Za-z0-9_-]+}/{id:word}[/{secret:s-[A-Za-z0-9]+}]`, '/{user}/{id}[/{secret}]', { lower: ['user'] }),
      shape('track', `/{user:(?!(?:${soundcloudPages})/)[A-Za-z0-9_-]+}/{id:word}/{_:recommended|likes|reposts|sets|comments|albums}`, '/{user}/{id}', { lower: ['user'] }),
      shape('artist', `/{id:(?!(?:${soundcloudPages})$)[A-Za-z0-9_-]+}`, '/{id}', { idCase: 'lower' }),
    ],
  },
  {
    id: 'bandcamp', name: 'Bandcamp', kind: 'stream', action: 'Listen', before: 'Pre-order', colour: '#408294', territories: 'worldwide',
    hosts: ['*.bandcamp.com', 'bandcamp.com', 'daily.bandcamp.com', 'get.bandcamp.com', 'help.bandcamp.com', 'blog.bandcamp.com'], origin: 'https://{host}',
    shapes: [
      ...words({ album: 'album', track: 'track' }, '/{word}/{id}[/{_:rest}]', '/{word}/{id}', { hosts: ['*.bandcamp.com'], idCase: 'lower' }),
      shape('product', '/merch/{id}', '/merch/{id}', { hosts: ['*.bandcamp.com'] }),
      shape('artist', '[/{_:music|releases|merch|community|followers|subscribe|live|videos}]', '/', { hosts: ['*.bandcamp.com'] }),
      shape('track', '/EmbeddedPlayer[.html]/[{_:rest}/]track={id:n}[/{_:rest}]', '/EmbeddedPlayer/track={id}/', { hosts: ['bandcamp.com'] }),
      shape('album', '/EmbeddedPlayer[.html]/[v=2/]album={id:n}[/{_:rest}]', '/EmbeddedPlayer/album={id}/', { hosts: ['bandcamp.com'] }),
    ],
  },
  {
    id: 'audiomack', name: 'Audiomack', kind: 'stream', action: 'Play', before: 'Pre-save', colour: '#FFA200', territories: 'worldwide', universal: true,
    hosts: ['audiomack.com'], shortHosts: ['audiomack.app.link'], origin: 'https://audiomack.com',
    shapes: [
      ...words({ album: 'album', song: 'track', playlist: 'playlist' }, '[/embed]/{artist:(?!(?:album|song|playlist|embed)/)[^/]+}/{word}/{id}', '/{artist}/{word}/{id}', { idCase: 'lower', lower: ['artist'] }),
      ...words({ album: 'album', song: 'track', playlist: 'playlist' }, '[/{_:embed[0-9]?}]/{word}/{artist}/{id}', '/{artist}/{word}/{id}', { idCase: 'lower', lower: ['artist'] }),
      ...words({ album: 'album', song: 'track', playlist: 'playlist' }, '/embed{_:[0-9]?}-{kind:{word}}/{artist}/{id}', '/{artist}/{word}/{id}', { idCase: 'lower', lower: ['artist'] }),
      shape('artist', '[/artist]/{id:(?!(?:search|trending-now|world|premium|dashboard|login|join|top|about|albums|songs|playlists|recent|contact-us|creators)$)[^/]+}[/{_:albums|songs|playlists|uploads|reups|favorites}]', '/{id}', { idCase: 'lower' }),
    ],
  },
  {
    id: 'audius', name: 'Audius', kind: 'stream', action: 'Play', colour: '#CC0FE0', territories: 'worldwide',
    hosts: ['audius.co'], origin: 'https://audius.co',
    shapes: [
      ...words({ album: 'album', playlist: 'playlist' }, '/{user}/{word}/{id}', '/{user}/{word}/{id}'),
      ...words({ album: 'album', playlist: 'playlist', track: 'track' }, '/embed/{word}/{id}', '/embed/{word}/{id}'),
      shape('track', `/{user:(?!(?:${audiusPages})/)[^/]+}/{id:(?!(?:tracks|albums|playlists|reposts|collectibles)$)[^/]+}[/{_:remixes|favorites|reposts|comments}]`, '/{user}/{id}'),
      // A slash of the title stays one in the address.
      shape('track', `/{user:(?!(?:${audiusPages})/)[^/]+}/{id:[^/]+/[^/]+-[0-9]+}`, '/{user}/{id}'),
      shape('artist', `/{id:(?!(?:${audiusPages})$)[^/]+}[/{_:tracks|albums|playlists|reposts|collectibles}]`, '/{id}'),
    ],
  },
  {
    id: 'mixcloud', name: 'Mixcloud', kind: 'stream', action: 'Listen', colour: '#5000FF', territories: 'worldwide',
    hosts: ['mixcloud.com', 'player-widget.mixcloud.com', 'api.mixcloud.com', 'beta.mixcloud.com'], shortHosts: ['i.mixcloud.com'], origin: 'https://www.mixcloud.com',
    shapes: [
      shape('track', '/widget/{_:iframe|follow}', '{show}', { query: feed }),
      shape('track', '', '{show}', { query: feed, hosts: ['player-widget.mixcloud.com'] }),
      shape('playlist', '/{user}/playlists/{id}', '/{user}/playlists/{id}/'),
      shape('artist', '/live/{id}', '/live/{id}/'),
      shape('artist', '/{id}/{_:uploads|favorites|listens|stream|playlists|followers|following|about|reposts|tracks|live|history|shows|select}', '/{id}/'),
      shape('track', `/{user:(?!(?:${mixcloudPages})/)[^/]+}/{id}[/{_:listeners|favorites|reposts|similar|comments}]`, '/{user}/{id}/'),
      shape('artist', `/{id:(?!(?:${mixcloudPages})$)[^/]+}`, '/{id}/'),
    ],
  },
  {
    id: 'jamendo', name: 'Jamendo', kind: 'stream', action: 'Play', colour: '#FF2D55', territories: 'worldwide',
    hosts: ['jamendo.com', 'licensing.jamendo.com'], origin: 'https://www.jamendo.com',
    shapes: [
      ...words({ album: 'album', track: 'track', artist: 'artist', playlist: 'playlist' }, '[/{_:lang}]/{word}/{id:n}[/{_:rest}]', '/{word}/{id}'),
      shape('album', '[/{_:lang}]/list/a{id:n}[/{_:rest}]', '/album/{id}'),
      shape('playlist', '[/{_:lang}]/list/p{id:n}[/{_:rest}]', '/playlist/{id}'),
    ],
  },
  {
    id: 'reverbnation', name: 'ReverbNation', kind: 'stream', action: 'Listen', colour: '#E43526', territories: 'worldwide',
    hosts: ['reverbnation.com'], origin: 'https://www.reverbnation.com',
    shapes: [
      shape('track', '/play_now/song_{id:n}', '/play_now/song_{id}'),
      ...words({ album: 'album', song: 'track' }, '/{artist}/{word}/{id}', '/{artist}/{word}/{id}'),
      shape('artist', '/{id:(?!(?:main|search|signup|login|band-promotion|discover|about|blog|terms|page|user|venue|label|show)$)[^/]+}[/{_:songs|albums|shows|videos|photos|bio|press|fans}]', '/{id}', { idCase: 'lower' }),
    ],
  },
];
