import { shape, words, type PlatformData } from '../platform.js';
import { arabWorld, commonwealthOfIndependentStates, latinAmerica, southAsia, subSaharanAfrica } from './countries.js';

const saavnId = '[A-Za-z0-9_,-]+';
/** VK names a release by its owner and number, its own labels' owners from -2000000000 down; a longer key lets others in. */
const vkList = '-?[0-9]+_[0-9]+(?:_[0-9a-f]+)?';
const vkPopup = /^audio_playlist(-?[0-9]+_[0-9]+)(?:(?:\/|%2F|_)[0-9a-f]*)?$/u;
const vkReleasePopup = /^audio_playlist(-20[0-9]{8}_[0-9]+)(?:(?:\/|%2F|_)[0-9a-f]*)?$/u;

export const regionalStreaming: readonly PlatformData[] = [
  {
    id: 'boomplay', name: 'Boomplay', kind: 'stream', action: 'Play', before: 'Pre-save', colour: '#00A1A9', territories: subSaharanAfrica, universal: true,
    hosts: ['boomplay.com', 'boomplaymusic.com'], shortHosts: ['boomplay.page.link', 'boom.play'], origin: 'https://www.boomplay.com',
    shapes: [
      ...words({ albums: 'album', songs: 'track', artists: 'artist', playlists: 'playlist', video: 'video', podcasts: 'show', episode: 'episode' }, '[/{_:share|embed}]/{word}/{id:n}[/{_:rest}]', '/{word}/{id}'),
      shape('album', '/{_:share|embed}/{_:album|ep}/{id:n}', '/albums/{id}'),
      shape('track', '/{_:share|embed}/{_:music|song}/{id:n}', '/songs/{id}'),
      ...Object.entries({ artist: ['artists', 'artist'], playlist: ['playlists', 'playlist'], video: ['video', 'video'], show: ['podcasts', 'show'] } as const).map(([from, [to, entity]]) => shape(entity, `/{_:share|embed}/${from}/{id:n}`, `/${to}/{id}`)),
    ],
  },
  {
    id: 'anghami', name: 'Anghami', kind: 'stream', action: 'Play', before: 'Pre-save', colour: '#5E2BD0', territories: arabWorld, universal: true,
    hosts: ['play.anghami.com', 'anghami.com', 'open.anghami.com', 'widget.anghami.com'], shortHosts: ['angham.me', 'g.angham.me', 'anghami.page.link'], origin: 'https://play.anghami.com',
    shapes: [
      ...words({ album: 'album', song: 'track', artist: 'artist', playlist: 'playlist', video: 'video', podcast: 'show', episode: 'episode', profile: 'artist' }, '[/{_:lang}]/{word}/{id:n}[/{_:rest}]', '/{word}/{id}'),
      shape('unknown', '/{id:[A-Za-z0-9]{6,24}}', '/{id}', { hosts: ['open.anghami.com'], origin: 'https://open.anghami.com', short: true }),
    ],
    apps: [{ from: /^https:\/\/play\.anghami\.com\/(album|song|artist|playlist)\/(\d+)$/u, to: 'anghami://$1/$2' }],
  },
  {
    id: 'jiosaavn', name: 'JioSaavn', kind: 'stream', action: 'Play', colour: '#2BC5B4', territories: southAsia, universal: true,
    hosts: ['jiosaavn.com', 'saavn.com'], shortHosts: ['jiosaavn.app.link'], origin: 'https://www.jiosaavn.com',
    shapes: [
      ...words({ album: 'album', song: 'track', artist: 'artist', featured: 'playlist' }, `[/{_:s|p}]/{word}/{name}/{id:${saavnId}}`, '/{word}/{name}/{id}', { lower: ['name'] }),
      shape('track', `/{_:s|p}/song/{_}/{_}/{name}/{id:${saavnId}}`, '/song/{name}/{id}', { lower: ['name'] }),
      shape('album', `/{_:s|p}/album/{_}/{name}/{id:${saavnId}}`, '/album/{name}/{id}', { lower: ['name'] }),
      shape('artist', `/{_:s|p}/artist/{name}/{_:word}/{id:${saavnId}}`, '/artist/{name}/{id}', { lower: ['name'] }),
      shape('playlist', `/{_:s|p}/{_:playlist|featured}/{user}/{name}/{id:${saavnId}}`, '/s/playlist/{user}/{name}/{id}'),
      shape('episode', `/shows/{name}/{season:n}/{id:${saavnId}}/{ep}`, '/shows/{name}/{season}/{id}/{ep}'),
      shape('show', `/shows/{name}[/{season:n}]/{id:${saavnId}}`, '/shows/{name}[/{season}]/{id}'),
    ],
  },
  {
    id: 'gaana', name: 'Gaana', kind: 'stream', action: 'Play', colour: '#E72C30', territories: ['IN'], universal: true,
    hosts: ['gaana.com'], shortHosts: ['gaana.page.link', 'gaana.onelink.me'], origin: 'https://gaana.com',
    shapes: words({ album: 'album', song: 'track', artist: 'artist', playlist: 'playlist', podcast: 'show', season: 'show', episode: 'episode' }, '/{word}/{id}[/{_:word}]', '/{word}/{id}'),
  },
  {
    id: 'hungama', name: 'Hungama', kind: 'stream', action: 'Play', colour: '#FF4B4B', territories: southAsia,
    hosts: ['hungama.com'], origin: 'https://www.hungama.com',
    shapes: [
      ...words({ album: 'album', song: 'track', artist: 'artist', artists: 'artist', playlists: 'playlist', playlist: 'playlist', video: 'video', 'music-video': 'video', podcast: 'show' }, '/{word}/{name}/{id:n}[/{_:word}]', '/{word}/{name}/{id}/'),
      ...words({ album: 'album', song: 'track', artist: 'artist' }, '/{word}/{id:n}', '/{word}/{id}/'),
    ],
  },
  {
    id: 'yandex_music', name: 'Yandex Music', kind: 'stream', action: 'Play', colour: '#FFBC0D', territories: commonwealthOfIndependentStates, universal: true,
    hosts: ['ru', 'com', 'by', 'kz', 'uz', 'ua', 'am', 'az', 'ge', 'md', 'tj', 'tm', 'kg', 'com.tr', 'com.am', 'com.ge', 'co.il'].map((domain) => `music.yandex.${domain}`).concat('next.music.yandex.ru'),
    // One catalogue under every domain; this one leads each visitor to their own.
    origin: 'https://music.yandex.com',
    shapes: [
      shape('track', '[/{_:iframe}]/album/{album:n}/track/{id:n}[/{_:word}]', '/album/{album}/track/{id}'),
      shape('track', '[/iframe]/track/{id:n}{_:[:/]}{album:n}[/{_:rest}]', '/album/{album}/track/{id}'),
      ...words({ album: 'album', artist: 'artist', track: 'track', label: 'label' }, '[/iframe]/{word}/{id:n}[/{_:word}]', '/{word}/{id}'),
      shape('playlist', '[/iframe]/users/{user}/playlists/{id:n}', '/users/{user}/playlists/{id}'),
      shape('playlist', '[/iframe]/playlist/{user}/{id:n}', '/users/{user}/playlists/{id}'),
      shape('playlist', '[/iframe]/playlists/{id}', '/playlists/{id}'),
    ],
    apps: [{ from: /^https:\/\/music\.yandex\.[a-z]+\/((?:album|artist)\/.+)$/u, to: 'yandexmusic://$1' }],
  },
  {
    id: 'vk_music', name: 'VK Music', kind: 'stream', action: 'Play', colour: '#0077FF', territories: commonwealthOfIndependentStates, universal: true,
    hosts: ['vk.com', 'vk.ru', 'music.vk.com', 'music.vk.ru'], origin: 'https://vk.com',
    shapes: [
      shape('album', '/music/album/{id:-?[0-9]+_[0-9]+}[_{_:[0-9A-Za-z]+}]', '/music/album/{id}'),
      shape('playlist', `/music/playlist/{id:${vkList}}`, '/music/playlist/{id}'),
      shape('album', '/{_:rest}', '/music/album/{id}', { query: { z: { like: vkReleasePopup, required: true, as: 'id' } } }),
      shape('playlist', '/{_:rest}', '/music/playlist/{id}', { query: { z: { like: vkPopup, required: true, as: 'id' } } }),
      shape('album', '/{_:rest}', '/music/album/{id}', { query: { act: { like: vkReleasePopup, required: true, as: 'id' } } }),
      shape('playlist', '/{_:rest}', '/music/playlist/{id}', { query: { act: { like: vkPopup, required: true, as: 'id' } } }),
      shape('video', '/{_:rest}', '/video{id}', { query: { z: { like: /^(?:video|clip)(-?[0-9]+_[0-9]+)(?:(?:\/|%2F).*)?$/u, required: true, as: 'id' } } }),
      shape('video', '/{_:video|clip}{id:-?[0-9]+_[0-9]+}', '/video{id}'),
      shape('album', '/audio_playlist{id:-20[0-9]{8}_[0-9]+}[_{_:[0-9a-f]+}]', '/music/album/{id}'),
      shape('playlist', `/audio_playlist{id:${vkList}}`, '/music/playlist/{id}'),
      shape('track', '/audio{id:-?[0-9]+_[0-9]+}[_{_:[0-9a-f]+}]', '/audio{id}'),
      shape('episode', '/podcast{id:-?[0-9]+_[0-9]+}', '/podcast{id}'),
      shape('show', '/podcasts{id:-?[0-9]+}', '/podcasts{id}'),
      shape('artist', '[/music]/artist/{id}[/{_:word}]', '/artist/{id}'),
    ],
  },
  {
    id: 'zvuk', name: 'Zvuk', kind: 'stream', action: 'Play', colour: '#FF1F3D', territories: commonwealthOfIndependentStates, universal: true,
    hosts: ['zvuk.com', 'sber-zvuk.com', 'zvooq.com', 'zvooq.online', 'share.zvuk.com'], shortHosts: ['zvuk.onelink.me'], origin: 'https://zvuk.com',
    shapes: [
      ...words({ release: 'album', track: 'track', artist: 'artist', playlist: 'playlist', podcast: 'show', episode: 'episode', abook: 'album' }, '[/{_:lang}]/{word}/{id:n}[/{_:word}]', '/{word}/{id}'),
      shape('unknown', '/{id:word}', '/{id}', { hosts: ['share.zvuk.com'], origin: 'https://share.zvuk.com', short: true }),
    ],
  },
  {
    id: 'zing_mp3', name: 'Zing MP3', kind: 'stream', action: 'Play', colour: '#8D22C3', territories: ['VN'],
    hosts: ['zingmp3.vn', 'mp3.zing.vn'], origin: 'https://zingmp3.vn',
    shapes: [
      ...words({ album: 'album', 'bai-hat': 'track', playlist: 'playlist', 'video-clip': 'video' }, '/{word}/{name}/{id:word}.html', '/{word}/{name}/{id}.html', { idCase: 'upper' }),
      ...words({ album: 'album', 'bai-hat': 'track', playlist: 'playlist', 'video-clip': 'video' }, '/{word}/{id:Z[A-Z0-9]{6,9}}.html', '/{word}/{id}.html'),
      ...Object.entries({ song: ['bai-hat', 'track'], album: ['album', 'album'], playlist: ['playlist', 'playlist'], video: ['video-clip', 'video'] } as const).map(([from, [to, entity]]) => shape(entity, `/embed/${from}/{id:word}`, `/${to}/{id}.html`, { idCase: 'upper' })),
      shape('artist', '/nghe-si/{id}[/{_:word}]', '/nghe-si/{id}'),
    ],
  },
  {
    id: 'joox', name: 'JOOX', kind: 'stream', action: 'Play', colour: '#00C300', territories: ['HK', 'ID', 'TH', 'MY', 'MM', 'MO'], universal: true,
    hosts: ['joox.com'], shortHosts: ['open.joox.com'], origin: 'https://www.joox.com',
    shapes: [
      ...words({ album: 'album', single: 'track', song: 'track', artist: 'artist', playlist: 'playlist', video: 'video' }, '/{cc}[-{_:word}][/{_:[a-z_]{2,5}}]/{word}/{id}[/{_:word}]', '/{cc}/{word}/{id}'),
      ...words({ album: 'album', single: 'track', song: 'track', artist: 'artist', playlist: 'playlist' }, '/{word}/{id}', '/{word}/{id}'),
    ],
  },
  {
    id: 'claro_musica', name: 'Claro Música', kind: 'stream', action: 'Play', colour: '#DA291C', territories: latinAmerica,
    hosts: ['claromusica.com'], shortHosts: ['claromusica.page.link'], origin: 'https://www.claromusica.com',
    shapes: words({ album: 'album', track: 'track', song: 'track', artist: 'artist', playlist: 'playlist', systemPlaylist: 'playlist' }, '[/{cc}][/{_:landing|share}]/{word}/{id:n}[/{_:rest}]', '[/{cc}]/{word}/{id}'),
  },
];
