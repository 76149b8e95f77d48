import { shape, words, type PlatformData } from '../platform.js';
import { amazonHosts } from './countries.js';

const digits = /^[0-9]{1,20}$/u;
const videoId = /^[A-Za-z0-9_-]{11}$/u;
const albumList = /^OLAK5uy_[A-Za-z0-9_-]{20,60}$/u;
const ownList = /^(?:PL|FL|UU|EL|OLPP|VLPL)[A-Za-z0-9_-]{10,60}$/u;
const asin = /^[A-Za-z0-9]{10}$/u;
const appleHosts = ['music.apple.com', 'geo.music.apple.com', 'embed.music.apple.com', 'beta.music.apple.com'];
const opensMusic = { app: { like: /^(?:music|classical)$/u, required: true, drop: true } } as const;
const trackOf = { i: { like: digits, entity: 'track' } } as const;

export const globalStreaming: readonly PlatformData[] = [
  {
    id: 'spotify', name: 'Spotify', kind: 'stream', action: 'Play', colour: '#1ED760',
    hosts: ['open.spotify.com', 'play.spotify.com', 'embed.spotify.com'], shortHosts: ['spotify.link', 'spoti.fi', 'spotify.app.link'],
    origin: 'https://open.spotify.com',
    shapes: [
      ...words({ album: 'album', track: 'track', artist: 'artist', playlist: 'playlist' }, '[/intl-{_:lang}][/embed]/{word}/{id:b62}[/{_:word}]', '/{word}/{id}'),
      shape('album', '[/intl-{_:lang}]/prerelease/{id:b62}', '/prerelease/{id}'),
      shape('playlist', '/user/{_}/playlist/{id:b62}', '/playlist/{id}'),
      shape('artist', '[/intl-{_:lang}]/user/{id}', '/user/{id}'),
    ],
    apps: [{ from: /^https:\/\/open\.spotify\.com\/(album|track|artist|playlist)\/(\w+)$/u, to: 'spotify:$1:$2' }],
  },
  {
    id: 'apple_music', name: 'Apple Music', kind: 'stream', action: 'Play', colour: '#FA243C',
    hosts: [...appleHosts, 'classical.music.apple.com', 'itunes.apple.com', 'geo.itunes.apple.com'], shortHosts: ['apple.co'],
    origin: 'https://music.apple.com',
    shapes: [
      shape('album', '[/{cc}]/album[/{_}]/[id]{id:n}', '[/{cc}]/album/{id}', { hosts: ['itunes.apple.com', 'geo.itunes.apple.com'], query: { ...opensMusic, ...trackOf } }),
      shape('artist', '[/{cc}]/artist[/{_}]/[id]{id:n}', '[/{cc}]/artist/{id}', { hosts: ['itunes.apple.com', 'geo.itunes.apple.com'], query: opensMusic }),
      shape('album', '[/{cc}]/album[/{_}]/{id:n}', '[/{cc}]/album/{id}', { hosts: ['classical.music.apple.com'], origin: 'https://classical.music.apple.com', query: trackOf }),
      shape('album', '[/{cc}]/album[/{_}]/[id]{id:n}', '[/{cc}]/album/{id}', { hosts: appleHosts, query: trackOf }),
      shape('track', '[/{cc}]/song[/{_}]/[id]{id:n}', '[/{cc}]/song/{id}', { hosts: appleHosts }),
      shape('video', '[/{cc}]/music-video[/{_}]/[id]{id:n}', '[/{cc}]/music-video/{id}', { hosts: appleHosts }),
      shape('artist', '[/{cc}]/artist[/{_}]/[id]{id:n}[/{_:word}]', '[/{cc}]/artist/{id}', { hosts: [...appleHosts, 'classical.music.apple.com'] }),
      shape('label', '[/{cc}]/{_:label|curator|record-label}[/{_}]/[id]{id:n}', '[/{cc}]/label/{id}', { hosts: appleHosts }),
      shape('playlist', '[/{cc}]/{_:playlist|station}[/{_}]/{id:(?:pl|ra)\\.[A-Za-z0-9.-]+}', '[/{cc}]/playlist/{id}', { hosts: appleHosts }),
    ],
    apps: [{ from: /^https:\/\/((?:classical\.)?music\.apple\.com\/.+)$/u, to: 'music://$1' }],
  },
  {
    id: 'youtube_music', name: 'YouTube Music', kind: 'stream', action: 'Play', colour: '#FF0000',
    hosts: ['music.youtube.com'], origin: 'https://music.youtube.com',
    shapes: [
      shape('track', '/watch', '/watch', { query: { v: { like: videoId, required: true }, list: { like: albumList } } }),
      shape('album', '/playlist', '/playlist', { query: { list: { like: albumList, required: true } } }),
      shape('playlist', '/playlist', '/playlist', { query: { list: { like: ownList, required: true } }, note: 'This is a playlist. Check that it holds exactly this release.' }),
      shape('album', '/browse/{id:MPREb_[A-Za-z0-9_-]+}', '/browse/{id}'),
      shape('show', '/podcast/{id:word}', '/podcast/{id}'),
      shape('artist', '/{kind:channel|browse}/{id:UC[A-Za-z0-9_-]{22}}', '/channel/{id}'),
      shape('artist', '/@{id}', '/@{id}'),
    ],
    apps: [{ from: /^https:\/\/(music\.youtube\.com\/.+)$/u, to: 'youtubemusic://$1' }],
  },
  {
    id: 'amazon_music', name: 'Amazon Music', kind: 'stream', action: 'Play', colour: '#25D1DA',
    hosts: [...amazonHosts('music.amazon'), ...amazonHosts('amazon')], origin: 'https://music.{host}',
    shapes: [
      shape('album', '[/{_:lang}]/albums/{id:asin}[/{_}]', '/albums/{id}', { hosts: amazonHosts('music.amazon'), origin: 'https://{host}', idCase: 'upper', query: { trackAsin: { like: asin, entity: 'track' } } }),
      ...words({ tracks: 'track', artists: 'artist', playlists: 'playlist' }, '[/{_:lang}]/{word}/{id:asin}[/{_}]', '/{word}/{id}', { hosts: amazonHosts('music.amazon'), origin: 'https://{host}', idCase: 'upper' }),
      shape('playlist', '/user-playlists/{id}', '/user-playlists/{id}', { hosts: amazonHosts('music.amazon'), origin: 'https://{host}' }),
      shape('album', '/music/player/albums/{id:asin}[/{_}]', '/albums/{id}', { hosts: amazonHosts('amazon'), idCase: 'upper', query: { trackAsin: { like: asin, entity: 'track' } } }),
      ...words({ tracks: 'track', artists: 'artist', playlists: 'playlist' }, '/music/player/{word}/{id:asin}[/{_}]', '/{word}/{id}', { hosts: amazonHosts('amazon'), idCase: 'upper' }),
    ],
  },
  {
    id: 'deezer', name: 'Deezer', kind: 'stream', action: 'Play', colour: '#A238FF',
    hosts: ['deezer.com', 'widget.deezer.com'], shortHosts: ['link.deezer.com', 'deezer.page.link', 'dzr.page.link', 'dzr.fm'],
    origin: 'https://www.deezer.com',
    shapes: [
      ...words({ album: 'album', track: 'track', artist: 'artist', playlist: 'playlist' }, '[/{_:lang}]/{word}/{id:n}[/{_:word}]', '/{word}/{id}'),
      ...words({ album: 'album', track: 'track', playlist: 'playlist' }, '/widget/{_:word}/{word}/{id:n}', '/{word}/{id}'),
      ...words({ album: 'album', track: 'track', playlist: 'playlist' }, '/{_:auto|light|dark}/{word}/{id:n}', '/{word}/{id}', { hosts: ['widget.deezer.com'] }),
    ],
    apps: [{ from: /^https:\/\/(www\.deezer\.com\/(?:album|track|artist|playlist)\/\d+)$/u, to: 'deezer://$1' }],
  },
  {
    id: 'tidal', name: 'TIDAL', kind: 'stream', action: 'Play', colour: '#000000',
    hosts: ['tidal.com', 'listen.tidal.com', 'desktop.tidal.com', 'store.tidal.com', 'embed.tidal.com'], shortHosts: ['tidal.link'],
    origin: 'https://tidal.com',
    shapes: [
      shape('track', '[/browse]/album/{_:n}/track/{id:n}[/u]', '/track/{id}'),
      ...words({ album: 'album', track: 'track', artist: 'artist', video: 'video' }, '[/{_:cc}][/browse]/{word}/{id:n}[/u]', '/{word}/{id}'),
      ...words({ albums: 'album', tracks: 'track', videos: 'video' }, '/{word}/{id:n}', '/{word}/{id}', { hosts: ['embed.tidal.com'] }).map((made) => ({ ...made, to: `/${made.entity}/{id}` })),
      shape('playlist', '[/browse]/{_:playlist|mix}/{id:word}', '/playlist/{id}'),
    ],
    apps: [{ from: /^https:\/\/tidal\.com\/(album|track|artist|video)\/(\d+)$/u, to: 'tidal://$1/$2' }],
  },
  {
    id: 'soundcloud', name: 'SoundCloud', kind: 'stream', action: 'Play', colour: '#FF5500',
    hosts: ['soundcloud.com'], shortHosts: ['on.soundcloud.com', 'soundcloud.app.goo.gl', 'snd.sc'], origin: 'https://soundcloud.com',
    shapes: [
      shape('artist', '/{id:word}/{_:tracks|albums|sets|reposts|likes|followers|following|popular-tracks|comments|toptracks|spotlight}', '/{id}', { idCase: 'lower' }),
      shape('album', '/{user:word}/sets/{id:word}[/{secret:s-[A-Za-z0-9]+}]', '/{user}/sets/{id}[/{secret}]'),
      shape('track', '/{user:(?!(?:discover|search|stream|you|upload|pages|charts|settings|messages|jobs|tags|stations|terms-of-use|signin|login|logout|player|go|people|notifications|imprint|community-guidelines|mobile)/)[A-Za-z0-9_-]+}/{id:word}[/{secret:s-[A-Za-z0-9]+}]', '/{user}/{id}[/{secret}]'),
      shape('artist', '/{id:(?!(?:discover|search|stream|you|upload|pages|charts|settings|messages|jobs|tags|stations|terms-of-use|signin|login|logout|player|go|people|notifications|imprint|community-guidelines|mobile)$)[A-Za-z0-9_-]+}', '/{id}', { idCase: 'lower' }),
    ],
  },
  {
    id: 'bandcamp', name: 'Bandcamp', kind: 'stream', action: 'Listen', colour: '#408294',
    hosts: ['*.bandcamp.com', 'bandcamp.com'], origin: 'https://{host}',
    shapes: [
      ...words({ album: 'album', track: 'track' }, '/{word}/{id}', '/{word}/{id}', { hosts: ['*.bandcamp.com'], idCase: 'lower' }),
      shape('product', '/merch/{id}', '/merch/{id}', { hosts: ['*.bandcamp.com'] }),
      shape('artist', '[/{_:music|releases|merch|community|followers}]', '/', { hosts: ['*.bandcamp.com'] }),
    ],
  },
  {
    id: 'pandora', name: 'Pandora', kind: 'stream', action: 'Play', colour: '#224099', countries: ['US'],
    hosts: ['pandora.com'], shortHosts: ['pandora.app.link'], origin: 'https://www.pandora.com',
    shapes: [
      shape('album', '/artist[/all-songs]/{artist}/{name}/{id:AL[A-Za-z0-9:]+}', '/artist/{artist}/{name}/{id}'),
      shape('track', '/artist/{artist}/{album}/{name}/{id:TR[A-Za-z0-9:]+}', '/artist/{artist}/{album}/{name}/{id}'),
      shape('artist', '/artist/{artist}/{id:AR[A-Za-z0-9:]+}', '/artist/{artist}/{id}'),
      shape('show', '/podcast/{name}/{id:PC:?[A-Za-z0-9]+}', '/podcast/{name}/{id}'),
      shape('episode', '/podcast/{show}/{name}/{id:PE:?[A-Za-z0-9]+}', '/podcast/{show}/{name}/{id}'),
      shape('playlist', '/playlist/{id:PL:[A-Za-z0-9:]+}', '/playlist/{id}'),
      shape('album', '/{id:AL:[A-Za-z0-9:]+}', '/{id}'),
      shape('track', '/{id:TR:[A-Za-z0-9:]+}', '/{id}'),
      shape('artist', '/{id:AR:[A-Za-z0-9:]+}', '/{id}'),
      shape('album', '/artist/{artist}/{id}', '/artist/{artist}/{id}'),
      shape('artist', '/artist/{id}', '/artist/{id}'),
    ],
  },
  {
    id: 'qobuz', name: 'Qobuz', kind: 'stream', action: 'Play', colour: '#0070EF',
    hosts: ['qobuz.com', 'play.qobuz.com', 'open.qobuz.com'], origin: 'https://www.qobuz.com',
    shapes: [
      shape('album', '/{locale:locale}/album/{name}/{id:word}', '/{locale}/album/{name}/{id}', { hosts: ['qobuz.com'] }),
      shape('track', '/{locale:locale}/track/{name}/{id:word}', '/{locale}/track/{name}/{id}', { hosts: ['qobuz.com'] }),
      shape('artist', '/{locale:locale}/{kind:interpreter|artist}/{name}[/{id}]', '/{locale}/{kind}/{name}[/{id}]', { hosts: ['qobuz.com'] }),
      shape('label', '/{locale:locale}/label/{name}/{id}[/{_}]', '/{locale}/label/{name}/{id}', { hosts: ['qobuz.com'] }),
      shape('playlist', '/{locale:locale}/playlists/{name}/{id}', '/{locale}/playlists/{name}/{id}', { hosts: ['qobuz.com'] }),
      ...words({ album: 'album', track: 'track', artist: 'artist', interpreter: 'artist', playlist: 'playlist' }, '/{word}/{id:word}', '/{word}/{id}', { hosts: ['play.qobuz.com', 'open.qobuz.com', 'qobuz.com'], origin: 'https://open.qobuz.com' }),
    ],
  },
  {
    id: 'napster', name: 'Napster', kind: 'stream', action: 'Play', colour: '#2259FF',
    hosts: ['napster.com', 'web.napster.com', 'play.napster.com', 'app.napster.com', 'us.napster.com', 'gb.napster.com', 'de.napster.com'], origin: 'https://{host}',
    shapes: [
      shape('track', '/artist/{artist}/album/{album}/track/{id}', '/artist/{artist}/album/{album}/track/{id}'),
      shape('album', '/artist/{artist}/album/{id}', '/artist/{artist}/album/{id}'),
      ...words({ album: 'album', track: 'track', artist: 'artist', playlist: 'playlist' }, '/{word}/{id}', '/{word}/{id}'),
    ],
  },
  {
    id: 'iheart', name: 'iHeart', kind: 'stream', action: 'Listen', colour: '#C6002B', countries: ['US', 'CA', 'MX', 'AU', 'NZ', 'ZA'],
    hosts: ['iheart.com'], shortHosts: ['iheart.app.link'], origin: 'https://www.iheart.com',
    shapes: [
      shape('album', '/artist/{artist}/albums/{id}', '/artist/{artist}/albums/{id}'),
      shape('track', '/artist/{artist}/songs/{id}', '/artist/{artist}/songs/{id}'),
      shape('episode', '/podcast/{show}/episode/{id}', '/podcast/{show}/episode/{id}'),
      shape('show', '/podcast/{id}', '/podcast/{id}'),
      shape('artist', '/artist/{id}[/{_:word}]', '/artist/{id}'),
      shape('playlist', '/playlist/{id}', '/playlist/{id}'),
    ],
  },
  {
    id: 'audiomack', name: 'Audiomack', kind: 'stream', action: 'Play', colour: '#FFA200',
    hosts: ['audiomack.com'], origin: 'https://audiomack.com',
    shapes: [
      ...words({ album: 'album', song: 'track', playlist: 'playlist' }, '[/embed]/{artist:(?!(?:album|song|playlist|embed)/)[^/]+}/{word}/{id}', '/{artist}/{word}/{id}'),
      ...words({ album: 'album', song: 'track', playlist: 'playlist' }, '[/embed]/{word}/{artist}/{id}', '/{artist}/{word}/{id}'),
      shape('artist', '[/artist]/{id:(?!(?:search|trending-now|world|premium|dashboard|login|join|top|about)$)[^/]+}', '/{id}', { idCase: 'lower' }),
    ],
  },
  {
    id: 'audius', name: 'Audius', kind: 'stream', action: 'Play', colour: '#CC0FE0',
    hosts: ['audius.co'], origin: 'https://audius.co',
    shapes: [
      ...words({ album: 'album', playlist: 'playlist' }, '/{user}/{word}/{id}', '/{user}/{word}/{id}'),
      shape('track', '/{user:(?!(?:explore|trending|feed|search|settings|library|history|upload|dashboard|messages|legal|embed)/)[^/]+}/{id:(?!(?:tracks|albums|playlists|reposts|collectibles)$)[^/]+}', '/{user}/{id}'),
      shape('artist', '/{id:(?!(?:explore|trending|feed|search|settings|library|history|upload|dashboard|messages|legal|download|signup|signin)$)[^/]+}[/{_:tracks|albums|playlists|reposts|collectibles}]', '/{id}'),
    ],
  },
  {
    id: 'mixcloud', name: 'Mixcloud', kind: 'stream', action: 'Listen', colour: '#5000FF',
    hosts: ['mixcloud.com'], origin: 'https://www.mixcloud.com',
    shapes: [
      shape('playlist', '/{user}/playlists/{id}', '/{user}/playlists/{id}/'),
      shape('artist', '/{id}/{_:uploads|favorites|listens|stream|playlists|followers|following|about|reposts|tracks|live}', '/{id}/'),
      shape('track', '/{user:(?!(?:discover|genres|search|upload|live|select|pro|categories|widget|tag|about|developers)/)[^/]+}/{id}', '/{user}/{id}/'),
      shape('artist', '/{id:(?!(?:discover|genres|search|upload|live|select|pro|categories|about|developers|dashboard|terms|privacy)$)[^/]+}', '/{id}/'),
    ],
  },
  {
    id: 'jamendo', name: 'Jamendo', kind: 'stream', action: 'Play', colour: '#FF2D55',
    hosts: ['jamendo.com'], origin: 'https://www.jamendo.com',
    shapes: [
      ...words({ album: 'album', track: 'track', artist: 'artist', playlist: 'playlist' }, '[/{_:cc}]/{word}/{id:n}[/{_}]', '/{word}/{id}'),
      shape('album', '[/{_:cc}]/list/a{id:n}[/{_}]', '/album/{id}'),
    ],
  },
  {
    id: 'reverbnation', name: 'ReverbNation', kind: 'stream', action: 'Listen', colour: '#E43526',
    hosts: ['reverbnation.com'], origin: 'https://www.reverbnation.com',
    shapes: [
      ...words({ album: 'album', song: 'track' }, '/{artist}/{word}/{id}', '/{artist}/{word}/{id}'),
      shape('artist', '/{id:(?!(?:main|search|signup|login|band-promotion|discover|about|blog)$)[^/]+}[/{_:songs|albums|shows|videos|photos|bio}]', '/{id}', { idCase: 'lower' }),
    ],
  },
];
