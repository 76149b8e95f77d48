import { shape, words, type PlatformData } from '../platform.js';

const videoId = /^[A-Za-z0-9_-]{11}$/u;
const albumList = /^OLAK5uy_[A-Za-z0-9_-]{20,60}$/u;
const ownList = /^(?:PL|FL|UU|EL)[A-Za-z0-9_-]{10,60}$/u;
const anyList = /^(?:OLAK5uy_|PL)[A-Za-z0-9_-]{10,60}$/u;
const list = { list: { like: anyList } } as const;
const youtubeHosts = ['youtube.com', 'youtube-nocookie.com', 'gaming.youtube.com'];

export const video: readonly PlatformData[] = [
  {
    id: 'youtube', name: 'YouTube', kind: 'video', action: 'Watch', colour: '#FF0000',
    hosts: [...youtubeHosts, 'youtu.be'], shortHosts: ['yt.be'], origin: 'https://www.youtube.com',
    shapes: [
      shape('video', '/watch', '/watch', { query: { v: { like: videoId, required: true }, ...list } }),
      shape('video', '/{_:shorts|live|embed|v|e|watch}/{id:yt}', '/watch?v={id}', { hosts: youtubeHosts }),
      shape('video', '/{id:yt}', '/watch?v={id}', { hosts: ['youtu.be'], query: list }),
      shape('album', '/playlist', '/playlist', { query: { list: { like: albumList, required: true } } }),
      shape('playlist', '/playlist', '/playlist', { query: { list: { like: ownList, required: true } }, note: 'This is a playlist. Check that it holds exactly this release.' }),
      shape('artist', '/@{id}[/{_:word}]', '/@{id}'),
      shape('artist', '/channel/{id:UC[A-Za-z0-9_-]{22}}[/{_:word}]', '/channel/{id}'),
      shape('artist', '/{kind:c|user}/{id}[/{_:word}]', '/{kind}/{id}'),
    ],
    apps: [{ from: /^https:\/\/www\.youtube\.com\/watch\?v=([\w-]{11})(?:&.*)?$/u, to: 'vnd.youtube://$1' }],
  },
  {
    id: 'vimeo', name: 'Vimeo', kind: 'video', action: 'Watch', colour: '#1AB7EA',
    hosts: ['vimeo.com', 'player.vimeo.com'], origin: 'https://vimeo.com',
    shapes: [
      shape('video', '[/video]/{id:n}[/{hash:[0-9a-f]{8,12}}]', '/{id}[/{hash}]'),
      shape('video', '/{_:channels|groups|showcase|album|staffpicks}/{_}[/{_:video|videos}]/{id:n}', '/{id}'),
      shape('playlist', '/{kind:showcase|album}/{id:n}', '/{kind}/{id}'),
      shape('video', '/ondemand/{id:rest}', '/ondemand/{id}'),
      shape('artist', '/{id:(?!(?:search|watch|features|upgrade|join|log_in|blog|help|about|categories|channels|groups|live|ott)$)[A-Za-z][A-Za-z0-9_]*}', '/{id}', { idCase: 'lower' }),
    ],
  },
  {
    id: 'vevo', name: 'Vevo', kind: 'video', action: 'Watch', colour: '#E41E26',
    hosts: ['vevo.com'], origin: 'https://www.vevo.com',
    shapes: [
      shape('video', '/watch/{artist}/{title}/{id:[A-Za-z0-9]{10,14}}', '/watch/{artist}/{title}/{id}'),
      shape('video', '/watch/{id:[A-Za-z0-9]{10,14}}', '/watch/{id}'),
      shape('artist', '/artist/{id}', '/artist/{id}'),
    ],
  },
  {
    id: 'dailymotion', name: 'Dailymotion', kind: 'video', action: 'Watch', colour: '#0A0A0A',
    hosts: ['dailymotion.com', 'geo.dailymotion.com', 'dai.ly'], origin: 'https://www.dailymotion.com',
    shapes: [
      shape('video', '[/embed]/video/{id:[A-Za-z0-9]+}[_{_}]', '/video/{id}'),
      shape('video', '/{id:[A-Za-z0-9]{5,10}}', '/video/{id}', { hosts: ['dai.ly'] }),
      shape('video', '/player.html', '/video/{id}', { query: { video: { like: /^[A-Za-z0-9]+$/u, required: true, as: 'id' } } }),
      shape('playlist', '/playlist/{id:[A-Za-z0-9]+}', '/playlist/{id}'),
      shape('artist', '/{id:(?!(?:search|signin|browse|topics|feed|library)$)[A-Za-z0-9_.-]+}', '/{id}', { hosts: ['dailymotion.com'] }),
    ],
  },
  {
    id: 'bilibili', name: 'Bilibili', kind: 'video', action: 'Watch', colour: '#00A1D6', countries: ['CN', 'TW', 'HK', 'MO', 'SG', 'MY'],
    hosts: ['bilibili.com', 'space.bilibili.com', 'music.bilibili.com'], shortHosts: ['b23.tv', 'bili2233.cn'], origin: 'https://www.bilibili.com',
    shapes: [
      shape('video', '/video/{id:(?:BV[A-Za-z0-9]{10}|av[0-9]+)}', '/video/{id}', { query: { p: { like: /^[2-9]$|^[1-9][0-9]{1,2}$/u } } }),
      shape('track', '/audio/{id:au[0-9]+}', '/audio/{id}'),
      shape('album', '/audio/{id:am[0-9]+}', '/audio/{id}'),
      shape('video', '/bangumi/play/{id:(?:ss|ep)[0-9]+}', '/bangumi/play/{id}'),
      shape('artist', '/{id:n}[/{_:rest}]', '/{id}', { hosts: ['space.bilibili.com'], origin: 'https://space.bilibili.com' }),
    ],
  },
  {
    id: 'rumble', name: 'Rumble', kind: 'video', action: 'Watch', colour: '#85C742',
    hosts: ['rumble.com'], origin: 'https://rumble.com',
    shapes: [
      shape('video', '/{id:v[a-z0-9]{4,12}}[-{name}].html', '/{id}[-{name}].html'),
      shape('video', '/embed/[{_:[a-z0-9]+}.]{id:v[a-z0-9]+}', '/embed/{id}/'),
      shape('artist', '/{kind:c|user}/{id}[/{_:word}]', '/{kind}/{id}'),
    ],
  },
  {
    id: 'tiktok', name: 'TikTok', kind: 'video', action: 'Watch', colour: '#000000',
    hosts: ['tiktok.com'], shortHosts: ['vm.tiktok.com', 'vt.tiktok.com'], origin: 'https://www.tiktok.com',
    shapes: [
      shape('video', '/@{user:[A-Za-z0-9_.]*}/{kind:video|photo}/{id:n}', '/@{user}/{kind}/{id}'),
      shape('video', '/{_:v|embed|embed/v2}/{id:n}[.html]', '/@/video/{id}'),
      shape('track', '/music/{id:[^/]+-[0-9]+}', '/music/{id}'),
      shape('unknown', '/t/{id:word}', '/t/{id}/', { short: true }),
      shape('artist', '/@{id:user}[/{_:word}]', '/@{id}'),
    ],
  },
  {
    id: 'twitch', name: 'Twitch', kind: 'video', action: 'Watch', colour: '#9146FF',
    hosts: ['twitch.tv', 'clips.twitch.tv'], origin: 'https://www.twitch.tv',
    shapes: [
      shape('video', '[/{_:word}]/{_:videos|video|v}/{id:n}', '/videos/{id}'),
      shape('video', '/{_:word}/clip/{id:word}', '/{id}', { origin: 'https://clips.twitch.tv' }),
      shape('video', '/{id:word}', '/{id}', { hosts: ['clips.twitch.tv'], origin: 'https://clips.twitch.tv' }),
      ...words({ collections: 'playlist' }, '/{word}/{id}', '/{word}/{id}'),
      shape('artist', '/{id:(?!(?:directory|search|downloads|jobs|p|settings|subscriptions|turbo|videos)$)[A-Za-z0-9_]+}[/{_:videos|about|schedule|clips}]', '/{id}', { hosts: ['twitch.tv'], idCase: 'lower' }),
    ],
  },
];
