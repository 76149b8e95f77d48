import { shape, words, type PlatformData } from '../platform.js';
import { amazonHosts, qobuzCountries, tidalCountries } from './countries.js';

const digits = /^[0-9]{1,20}$/u;
const videoId = /^[A-Za-z0-9_-]{11}$/u;
const albumList = /^(?:VL)?(OLAK5uy_[A-Za-z0-9_-]{20,60})$/u;
const ownList = /^(?:VL)?((?:PL|FL|UU|EL|OLPP|RDCLAK5uy_|RDAMPL|RDEM|LRYR)[A-Za-z0-9_-]{8,60})$/u;
const showList = /^(?:VL)?(MPSPPL[A-Za-z0-9_-]{10,60})$/u;
const openQobuz = 'https://open.qobuz.com';
const asin = /^([A-Za-z0-9]{10})$/u;
const appleHosts = ['music.apple.com', 'geo.music.apple.com', 'embed.music.apple.com', 'beta.music.apple.com'];
const classicalHosts = ['classical.music.apple.com', 'classical.apple.com'];
const classical = 'https://classical.music.apple.com';
const itunesHosts = ['itunes.apple.com', 'geo.itunes.apple.com'];
const opensMusic = { app: { like: /^(?:apple-?)?(?:music|classical)$/u, required: true, drop: true } } as const;
const trackOf = { i: { like: digits, entity: 'track' } } as const;
const musicAmazon = amazonHosts('music.amazon');
const onMusicAmazon = { hosts: musicAmazon, origin: 'https://{host}', idCase: 'upper' } as const;
const trackAsin = { trackAsin: { like: asin, entity: 'track' } } as const;

export const globalStreaming: readonly PlatformData[] = [
  {
    id: 'spotify', name: 'Spotify', kind: 'stream', action: 'Play', before: 'Pre-save', colour: '#1ED760', territories: 'worldwide', universal: true,
    hosts: ['open.spotify.com', 'play.spotify.com', 'embed.spotify.com', 'player.spotify.com', 'spotify.com'],
    shortHosts: ['spotify.link', 'spoti.fi', 'spotify.app.link', 'link.tospotify.com', 'tospotify.com'], origin: 'https://open.spotify.com',
    shapes: [
      ...words({ album: 'album', track: 'track', artist: 'artist', playlist: 'playlist' }, '[/intl-{_:lang}][/embed][/user/{_}]/{word}/{id:b62}[/{_:rest}]', '/{word}/{id}'),
      shape('album', '[/intl-{_:lang}]/prerelease/{id:b62}[/{_:rest}]', '/prerelease/{id}'),
      ...words({ album: 'album', track: 'track', artist: 'artist', playlist: 'playlist' }, '[/embed]', '/{word}/{id}').map((made) => ({
        ...made, query: { uri: { like: new RegExp(`^spotify:(?:user:[^:]+:)?${made.entity}:([A-Za-z0-9]{22})$`, 'u'), required: true, as: 'id' } },
      })),
      shape('artist', '[/intl-{_:lang}]/user/{id}', '/user/{id}'),
    ],
    apps: [{ from: /^https:\/\/open\.spotify\.com\/(album|track|artist|playlist)\/(\w+)$/u, to: 'spotify:$1:$2' }],
  },
  {
    id: 'apple_music', name: 'Apple Music', kind: 'stream', action: 'Play', before: 'Pre-add', colour: '#FA243C', territories: 'worldwide', universal: true,
    hosts: [...appleHosts, ...classicalHosts, ...itunesHosts], shortHosts: ['apple.co', 'music.lnk.apple.com'],
    origin: 'https://music.apple.com',
    shapes: [
      shape('album', '[/{cc}]/{_:album|preorder}[/{_}]/[id]{id:n}', '[/{cc}]/album/{id}', { hosts: itunesHosts, query: { ...opensMusic, ...trackOf } }),
      ...words({ artist: 'artist', song: 'track', 'music-video': 'video' }, '[/{cc}]/{word}[/{_}]/[id]{id:n}', '[/{cc}]/{word}/{id}', { hosts: itunesHosts, query: opensMusic }),
      shape('playlist', '[/{cc}]/playlist[/{_}]/[id]{id:pl\\.[A-Za-z0-9.-]+}', '[/{cc}]/playlist/{id}', { hosts: itunesHosts }),
      shape('album', '[/{cc}]/album[/{_}]/[id]{id:n}', '[/{cc}]/album/{id}', { hosts: classicalHosts, origin: classical, query: trackOf }),
      ...words({ artist: 'artist', composer: 'artist', recording: 'track', work: 'track' }, '[/{cc}]/{word}[/{_}]/{id:[0-9p]{1,20}}[/{_:word}]', '[/{cc}]/{word}/{id}', { hosts: classicalHosts, origin: classical }),
      shape('album', '[/{cc}]/album[/{_}]/[id]{id:n}[/{_:word}]', '[/{cc}]/album/{id}', { hosts: appleHosts, query: trackOf }),
      shape('track', '[/{cc}]/song[/{_}]/[id]{id:n}', '[/{cc}]/song/{id}', { hosts: appleHosts }),
      ...words({ 'music-video': 'video', 'music-movie': 'video' }, '[/{cc}]/{word}[/{_}]/[id]{id:n}', '[/{cc}]/{word}/{id}', { hosts: appleHosts }),
      shape('artist', '[/{cc}]/artist[/{_}]/[id]{id:n}[/{_:rest}]', '[/{cc}]/artist/{id}', { hosts: appleHosts }),
      ...words({ label: 'label', curator: 'label', 'record-label': 'label', 'apple-curator': 'label' }, '[/{cc}]/{word}[/{_}]/[id]{id:n}', '[/{cc}]/{word}/{id}', { hosts: appleHosts }),
      shape('playlist', '[/{cc}]/playlist[/{_}]/{id:pl\\.[A-Za-z0-9.-]+}', '[/{cc}]/playlist/{id}', { hosts: appleHosts }),
      shape('playlist', '[/{cc}]/station[/{_}]/{id:ra\\.[A-Za-z0-9.-]+}', '[/{cc}]/station/{id}', { hosts: appleHosts }),
    ],
    apps: [{ from: /^https:\/\/((?:classical\.)?music\.apple\.com\/.+)$/u, to: 'music://$1' }],
  },
  {
    id: 'youtube_music', name: 'YouTube Music', kind: 'stream', action: 'Play', before: 'Pre-save', colour: '#FF0000', territories: 'worldwide', universal: true,
    hosts: ['music.youtube.com'], origin: 'https://music.youtube.com',
    shapes: [
      shape('track', '/watch', '/watch', { query: { v: { like: videoId, required: true } } }),
      shape('track', '/{_:watch|embed|v|shorts}/{id:yt}', '/watch?v={id}'),
      shape('album', '/playlist', '/playlist', { query: { list: { like: albumList, required: true } } }),
      shape('show', '/playlist', '/browse/{id}', { query: { list: { like: showList, required: true, as: 'id' } } }),
      shape('playlist', '/playlist', '/playlist', { query: { list: { like: ownList, required: true } }, note: 'This is a playlist. Check that it holds exactly this release.' }),
      shape('album', '/browse/{id:MPREb_[A-Za-z0-9_-]+}', '/browse/{id}'),
      shape('album', '/browse/VL{id:OLAK5uy_[A-Za-z0-9_-]{20,60}}', '/playlist?list={id}'),
      shape('playlist', '/browse/VL{id:(?:PL|RD|UU|LR)[A-Za-z0-9_-]{8,60}}', '/playlist?list={id}', { note: 'This is a playlist. Check that it holds exactly this release.' }),
      shape('show', '/browse/{id:MPSPPL[A-Za-z0-9_-]+}', '/browse/{id}'),
      shape('episode', '/podcast/{id:yt}', '/podcast/{id}'),
      shape('artist', '/{_:channel|browse}/{_:MPLA|MPAD}{id:UC[A-Za-z0-9_-]{22}}', '/channel/{id}'),
      shape('artist', '/{_:channel|browse}/{id:UC[A-Za-z0-9_-]{22}}[/{_:word}]', '/channel/{id}'),
      shape('artist', '/@{id}[/{_:word}]', '/@{id}'),
      shape('artist', '/{kind:c|user}/{id}[/{_:word}]', '/{kind}/{id}'),
    ],
    apps: [{ from: /^https:\/\/(music\.youtube\.com\/.+)$/u, to: 'youtubemusic://$1' }],
  },
  {
    id: 'amazon_music', name: 'Amazon Music', kind: 'stream', action: 'Play', before: 'Pre-save', colour: '#25D1DA', territories: 'unknown', universal: true,
    hosts: [...musicAmazon, ...amazonHosts('amazon')], origin: 'https://music.{host}',
    shapes: [
      shape('track', '[/{_:lang}]/albums/{id:asin}/{track:B0[0-9A-Z]{8}}', '/albums/{id}?trackAsin={track}', onMusicAmazon),
      shape('album', '[/{_:lang}]/albums/{id:asin}[/{_:rest}]', '/albums/{id}', { ...onMusicAmazon, query: trackAsin }),
      ...words({ tracks: 'track', artists: 'artist', playlists: 'playlist', stations: 'playlist', videos: 'video', 'music-videos': 'video' }, '[/{_:lang}]/{word}/{id:asin}[/{_:rest}]', '/{word}/{id}', onMusicAmazon),
      ...words({ 'user-playlists': 'playlist', 'community-playlists': 'playlist' }, '[/{_:lang}]/{word}/{id:word}[/{_:rest}]', '/{word}/{id}', { hosts: musicAmazon, origin: 'https://{host}' }),
      shape('unknown', '/embed/{id:asin}', '/embed/{id}', onMusicAmazon),
      shape('album', '[/-/{_:lang}]/music/player/albums/{id:asin}[/{_:rest}]', '/albums/{id}', { hosts: amazonHosts('amazon'), idCase: 'upper', query: trackAsin }),
      ...words({ tracks: 'track', artists: 'artist', playlists: 'playlist' }, '[/-/{_:lang}]/music/player/{word}/{id:asin}[/{_:rest}]', '/{word}/{id}', { hosts: amazonHosts('amazon'), idCase: 'upper' }),
      shape('playlist', '/music/player/user-playlists/{id:word}[/{_:rest}]', '/user-playlists/{id}', { hosts: amazonHosts('amazon') }),
    ],
  },
  {
    id: 'deezer', name: 'Deezer', kind: 'stream', action: 'Play', before: 'Pre-save', colour: '#A238FF', territories: 'worldwide', universal: true,
    hosts: ['deezer.com', 'widget.deezer.com', 'api.deezer.com'], shortHosts: ['link.deezer.com', 'deezer.page.link', 'dzr.page.link', 'dzr.fm'],
    origin: 'https://www.deezer.com',
    shapes: [
      ...words({ album: 'album', track: 'track', artist: 'artist', playlist: 'playlist' }, '[/{_:lang}]/{word}/{id:n}[/{_:rest}]', '/{word}/{id}'),
      ...words({ album: 'album', track: 'track', playlist: 'playlist' }, '/widget/{_:word}/{word}/{id:n}[/{_:rest}]', '/{word}/{id}'),
      ...words({ album: 'album', track: 'track', playlist: 'playlist' }, '/{_:auto|light|dark}/{word}/{id:n}[/{_:rest}]', '/{word}/{id}', { hosts: ['widget.deezer.com'] }),
      ...words({ album: 'album', track: 'track', playlist: 'playlist' }, '[/{_:lang}]/plugins/player', '/{word}/{id}').map((made) => ({
        ...made, query: { type: { like: new RegExp(`^${made.entity}s?$`, 'u'), required: true, drop: true }, id: { like: digits, required: true, as: 'id' } },
      })),
      ...words({ smarttracklist: 'playlist', profile: 'artist' }, '[/{_:lang}]/{word}/{id:word}[/{_:rest}]', '/{word}/{id}'),
    ],
    apps: [{ from: /^https:\/\/(www\.deezer\.com\/(?:album|track|artist|playlist)\/\d+)$/u, to: 'deezer://$1' }],
  },
  {
    id: 'tidal', name: 'TIDAL', kind: 'stream', action: 'Play', before: 'Pre-save', colour: '#000000', territories: tidalCountries, universal: true,
    hosts: ['tidal.com', 'listen.tidal.com', 'desktop.tidal.com', 'store.tidal.com', 'embed.tidal.com', 'tidalhifi.com', '*.tidal.com', 'desktop.stage.tidal.com'], shortHosts: ['tidal.link', 'link.tidal.com'],
    origin: 'https://tidal.com',
    shapes: [
      shape('track', '[/{_:cc}][/{_:browse|store|view}]/album/{_:n}/track/{id:n}[/u]', '/track/{id}'),
      ...words({ album: 'album', track: 'track', artist: 'artist', video: 'video' }, '[/{_:cc}][/{_:browse|store|view}]/{word}/{id:n}[/{_:rest}]', '/{word}/{id}'),
      ...words({ albums: 'album', tracks: 'track', videos: 'video' }, '/{word}/{id:n}', '/{word}/{id}', { hosts: ['embed.tidal.com'] }).map((made) => ({ ...made, to: `/${made.entity}/{id}` })),
      shape('playlist', '/playlists/{id:word}', '/playlist/{id}', { hosts: ['embed.tidal.com'] }),
      ...words({ playlist: 'playlist', mix: 'playlist' }, '[/{_:cc}][/{_:browse|view}]/{word}/{id:word}[/u]', '/{word}/{id}', { idCase: 'lower' }),
    ],
    apps: [{ from: /^https:\/\/tidal\.com\/(album|track|artist|video)\/(\d+)$/u, to: 'tidal://$1/$2' }],
  },
  {
    id: 'pandora', name: 'Pandora', kind: 'stream', action: 'Play', colour: '#224099', territories: ['US'], universal: true,
    hosts: ['pandora.com'], shortHosts: ['pandora.app.link'], origin: 'https://www.pandora.com',
    shapes: [
      shape('album', '/artist[/all-songs]/{artist}/{name}/{id:AL[A-Za-z0-9:]+}[/{_:word}]', '/artist/{artist}/{name}/{id}'),
      shape('track', '/artist/{artist}/{album}/{name}/{id:TR[A-Za-z0-9:]+}[/{_:word}]', '/artist/{artist}/{album}/{name}/{id}'),
      shape('artist', '/artist[/{_:all-albums|all-songs|full-bio|similar}]/{artist}/{id:AR[A-Za-z0-9:]+}[/{_:word}]', '/artist/{artist}/{id}'),
      shape('show', '/podcast/{name}/{id:PC:?[A-Za-z0-9]+}', '/podcast/{name}/{id}'),
      shape('episode', '/podcast/{show}/{name}/{id:PE:?[A-Za-z0-9]+}', '/podcast/{show}/{name}/{id}'),
      shape('playlist', '/playlist/{id:PL:[A-Za-z0-9:]+}', '/playlist/{id}'),
      ...Object.entries({ AL: 'album', TR: 'track', AR: 'artist', PC: 'show', PE: 'episode' } as const).map(([letters, entity]) => shape(entity, `/{id:${letters}:[A-Za-z0-9:]+}`, '/{id}')),
      shape('track', '/artist/{artist}/{album}/{id:(?!AL|AR|TR)[^/]+}', '/artist/{artist}/{album}/{id}'),
      shape('album', '/artist/{artist}/{id}', '/artist/{artist}/{id}'),
      shape('artist', '/artist/{id}', '/artist/{id}'),
      shape('playlist', '/station[/play]/{id:word}', '/station/{id}'),
    ],
  },
  {
    id: 'qobuz', name: 'Qobuz', kind: 'stream', action: 'Play', before: 'Pre-order', colour: '#0070EF', territories: qobuzCountries, universal: true,
    hosts: ['qobuz.com', 'play.qobuz.com', 'open.qobuz.com', 'widget.qobuz.com'], origin: 'https://www.qobuz.com',
    shapes: [
      // The shop has a page for each language; the player's is one for all, and opens the app.
      ...words({ album: 'album', track: 'track' }, '/{locale:locale}/{word}[/{_}]/{id:word}', '/{word}/{id}', { hosts: ['qobuz.com'], origin: openQobuz }),
      shape('artist', '/{locale:locale}/{_:interpreter|artist}[/{_}][/{_}]/{id:n}', '/artist/{id}', { hosts: ['qobuz.com'], origin: openQobuz }),
      shape('artist', '/{locale:locale}/{kind:interpreter|artist}/{name}', '/{locale}/{kind}/{name}', { hosts: ['qobuz.com'] }),
      shape('label', '/{locale:locale}/label[/{_}][/download-streaming-albums]/{id:n}[/{_}]', '/label/{id}', { hosts: ['qobuz.com'], origin: openQobuz }),
      shape('playlist', '/{locale:locale}/{_:playlists|playlist}/{name}/{id}', '/{locale}/playlists/{name}/{id}', { hosts: ['qobuz.com'] }),
      ...words({ album: 'album', track: 'track', artist: 'artist', playlist: 'playlist', label: 'label' }, '/{word}/{id:word}', '/{word}/{id}', { origin: openQobuz }),
      shape('artist', '/interpreter/{id:word}', '/artist/{id}', { origin: openQobuz }),
    ],
    apps: [{ from: /^https:\/\/open\.qobuz\.com\/album\/(\w+)$/u, to: 'qobuzapp://album/$1' }],
  },
  {
    id: 'napster', name: 'Napster', kind: 'stream', action: 'Play', colour: '#2259FF', territories: 'unknown',
    hosts: ['napster.com', 'web.napster.com', 'play.napster.com', 'app.napster.com', '*.napster.com'], origin: 'https://play.napster.com',
    shapes: [
      ...words({ album: 'album', track: 'track', artist: 'artist', playlist: 'playlist' }, '/{word}/{id:[a-z]{2,4}\\.[A-Za-z0-9-]+}', '/{word}/{id}', { idCase: 'lower' }),
      shape('track', '/artist/{artist}/album/{album}/track/{id}', '/artist/{artist}/album/{album}/track/{id}', { origin: 'https://us.napster.com' }),
      shape('album', '/artist/{artist}/album/{id}', '/artist/{artist}/album/{id}', { origin: 'https://us.napster.com' }),
      shape('artist', '/artist/{id}', '/artist/{id}', { origin: 'https://us.napster.com' }),
    ],
  },
  {
    id: 'iheart', name: 'iHeart', kind: 'stream', action: 'Listen', colour: '#C6002B', territories: ['US', 'CA', 'MX', 'AU', 'NZ', 'ZA'], universal: true,
    hosts: ['iheart.com', 'iheartradio.ca', 'iheart.com.au', 'iheartradio.com.au', 'iheartradio.com', 'iheartpodcastnetwork.com'], shortHosts: ['iheart.app.link', 'iheart.onelink.me', 'ihe.art', 'ihr.fm'], origin: 'https://www.iheart.com',
    shapes: [
      // The number is what counts; the name before it may be any, "id" included.
      shape('album', '/artist/[{_}-]{artist:n}/albums/[{_}-]{id:n}', '/artist/id-{artist}/albums/id-{id}'),
      shape('track', '/artist/[{_}-]{artist:n}/songs/[{_}-]{id:n}', '/artist/id-{artist}/songs/id-{id}'),
      shape('artist', '/artist/[{_}-]{id:n}[/{_:word}]', '/artist/id-{id}'),
      shape('episode', '/podcast/{show}/episode/{id}', '/podcast/{show}/episode/{id}'),
      shape('show', '/podcast/{id:(?!category$)[^/]+}', '/podcast/{id}'),
      shape('playlist', '/playlist/{id}', '/playlist/{id}'),
    ],
  },
];
