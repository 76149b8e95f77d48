import { shape, words, type PlatformData } from '../platform.js';

const videoId = /^[A-Za-z0-9_-]{11}$/u;
const albumList = /^(OLAK5uy_[A-Za-z0-9_-]{20,60})$/u;
const ownList = /^((?:PL|FL|UU|EL|SP|RDCLAK5uy_)[A-Za-z0-9_-]{8,60})$/u;
const youtubeHosts = ['youtube.com', 'youtube-nocookie.com', 'gaming.youtube.com', 'kids.youtube.com', '*.youtube.com', 'youtubekids.com'];
/** Names right after the host that are no channel's. */
const youtubePages = 'about|account|ads|apps|attribution_link|browse|c|channel|channels|clip|embed|feed|feeds|gaming|hashtag|howyoutubeworks|intl|jobs|kids|library|live|login|logout|movies|music|oembed|playlist|playlists|post|premium|redirect|results|search|shorts|show|shows|signin|source|t|trends|trending|tv|upload|user|v|watch|watch_popup|videos|yt|creators|podcasts|sports|paid_memberships|subscription_center|verify|error';
const playlistNote = { note: 'This is a playlist. Check that it holds exactly this release.' };

export const video: readonly PlatformData[] = [
  {
    id: 'youtube', name: 'YouTube', kind: 'video', action: 'Watch', colour: '#FF0000', territories: 'worldwide', universal: true,
    hosts: [...youtubeHosts, 'youtu.be', 'y2u.be'], shortHosts: ['yt.be'], origin: 'https://www.youtube.com',
    shapes: [
      shape('video', '/{_:watch|watch_popup|ytscreeningroom}', '/watch', { query: { v: { like: videoId, required: true } } }),
      shape('video', '/attribution_link', '/watch?v={id}', { query: { u: { like: /^\/watch\?(?:[^#]*&)?v=([A-Za-z0-9_-]{11})(?:[&#].*)?$/u, required: true, as: 'id' } } }),
      shape('playlist', '/embed/videoseries', '/playlist', { query: { list: { like: ownList, required: true } }, ...playlistNote }),
      shape('album', '/embed/videoseries', '/playlist', { query: { list: { like: albumList, required: true } } }),
      shape('video', '/{_:shorts|live|embed|v|vi|e|watch|source}/{id:yt}[/{_:rest}]', '/watch?v={id}', { hosts: youtubeHosts }),
      shape('video', '[/{_:shorts|live|embed|watch|v}]/{id:yt}[/{_:rest}]', '/watch?v={id}', { hosts: ['youtu.be', 'y2u.be'] }),
      shape('video', '[/watch]', '/watch', { hosts: ['youtu.be'], query: { v: { like: videoId, required: true } } }),
      shape('video', '/clip/{id:Ugk[A-Za-z0-9_-]+}', '/clip/{id}'),
      shape('album', '/playlist', '/playlist', { query: { list: { like: albumList, required: true } } }),
      shape('playlist', '/playlist', '/playlist', { query: { list: { like: ownList, required: true } }, ...playlistNote }),
      shape('playlist', '/view_play_list', '/playlist?list=PL{id}', { query: { p: { like: /^(?:PL)?([A-Za-z0-9_-]{16,40})$/u, required: true, as: 'id' } }, ...playlistNote }),
      shape('artist', '/@{id}[/{_:rest}]', '/@{id}'),
      shape('artist', '/channel/{id:UC[A-Za-z0-9_-]{22}}[/{_:rest}]', '/channel/{id}'),
      shape('artist', '/{kind:c|user}/{id}[/{_:rest}]', '/{kind}/{id}'),
      shape('artist', `/{id:(?!(?:${youtubePages})$)[A-Za-z0-9_.-]+}[/{_:videos|featured|about|playlists|shorts|streams|releases|community}]`, '/{id}', { hosts: ['youtube.com'] }),
    ],
    apps: [{ from: /^https:\/\/www\.youtube\.com\/watch\?v=([\w-]{11})(?:&.*)?$/u, to: 'vnd.youtube://$1' }],
  },
  {
    id: 'vimeo', name: 'Vimeo', kind: 'video', action: 'Watch', colour: '#1AB7EA', territories: 'worldwide', universal: true,
    hosts: ['vimeo.com', 'player.vimeo.com'], origin: 'https://vimeo.com',
    shapes: [
      shape('video', '/video/{id:n}', '/{id}[/{hash}]', { query: { h: { like: /^([0-9a-f]{8,12})$/u, as: 'hash' } } }),
      shape('video', '[/{_:video|videos|manage/videos|de|fr|es|ja|ko|pt|pt-br}]/{id:n}[/{hash:[0-9a-f]{8,12}}][/{_:settings|description|comments}]', '/{id}[/{hash}]'),
      shape('video', '/event/{id:n}[/{_:rest}]', '/event/{id}'),
      shape('video', '/moogaloop.swf', '/{id}', { query: { clip_id: { like: /^([0-9]{1,20})$/u, required: true, as: 'id' } } }),
      shape('video', '/{_:channels|groups|showcase|album|staffpicks|ondemand}/{_}[/{_:video|videos}]/{id:n}', '/{id}'),
      shape('playlist', '/{kind:showcase|album}/{id:n}', '/{kind}/{id}'),
      shape('video', '/ondemand/{id:rest}', '/ondemand/{id}'),
      shape('artist', '/{id:(?!(?:search|watch|features|upgrade|join|log_in|blog|help|about|categories|channels|groups|live|ott|ondemand|create|enterprise|solutions|user|stock|for-hire|settings|manage)$)[A-Za-z][A-Za-z0-9_-]*}[/{_:videos|about|albums|collections}]', '/{id}', { idCase: 'lower', hosts: ['vimeo.com'] }),
      shape('playlist', '/{kind:channels|groups}/{id}[/{_:videos}]', '/{kind}/{id}'),
    ],
  },
  {
    id: 'vevo', name: 'Vevo', kind: 'video', action: 'Watch', colour: '#E41E26', territories: 'unknown',
    hosts: ['vevo.com', 'embed.vevo.com', 'cache.vevo.com'], shortHosts: ['vevo.ly'], origin: 'https://www.vevo.com',
    shapes: [
      shape('video', '', '/watch/{id}', { hosts: ['embed.vevo.com'], query: { isrc: { like: /^([A-Za-z0-9]{12})$/u, required: true, as: 'id' } } }),
      shape('video', '/watch/{artist}/{title}/{id:[A-Za-z0-9]{10,14}}', '/watch/{artist}/{title}/{id}'),
      shape('video', '/watch/{id:[A-Za-z0-9]{10,14}}', '/watch/{id}'),
      shape('artist', '/artist/{id}[/{_:word}]', '/artist/{id}'),
    ],
  },
  {
    id: 'dailymotion', name: 'Dailymotion', kind: 'video', action: 'Watch', colour: '#0A0A0A', territories: 'worldwide', universal: true,
    hosts: ['dailymotion.com', 'geo.dailymotion.com', 'dai.ly'], origin: 'https://www.dailymotion.com',
    shapes: [
      shape('video', '[/{_:lang}][/{_:embed|swf|crawler}]/video/{id:[A-Za-z0-9]+}[_{_}]', '/video/{id}'),
      shape('video', '/player/{_}.html', '/video/{id}', { query: { video: { like: /^([A-Za-z0-9]+)$/u, required: true, as: 'id' } } }),
      shape('video', '/swf/{id:[A-Za-z0-9]+}', '/video/{id}'),
      shape('video', '/{id:[A-Za-z0-9]{5,10}}', '/video/{id}', { hosts: ['dai.ly'] }),
      shape('video', '/player.html', '/video/{id}', { query: { video: { like: /^[A-Za-z0-9]+$/u, required: true, as: 'id' } } }),
      shape('playlist', '/playlist/{id:[A-Za-z0-9]+}[_{_}][/{_:rest}]', '/playlist/{id}'),
      shape('artist', '/user/{id:[A-Za-z0-9_.-]+}[/{_:rest}]', '/{id}'),
      shape('artist', '/{id:(?!(?:search|signin|browse|topics|feed|library|user|video|playlist|embed|swf|partner|about|legal|hub|channel|live|us|fr|de|gb|it|es)$)[A-Za-z0-9_.-]+}', '/{id}', { hosts: ['dailymotion.com'] }),
    ],
  },
  {
    id: 'bilibili', name: 'Bilibili', kind: 'video', action: 'Watch', colour: '#00A1D6', territories: 'unknown', universal: true,
    hosts: ['bilibili.com', 'space.bilibili.com', 'music.bilibili.com', 'player.bilibili.com', 'bilibili.tv'], shortHosts: ['b23.tv', 'bili2233.cn', 'bili22.cn', 'bili23.cn', 'bili33.cn', 'bili.im'], origin: 'https://www.bilibili.com',
    shapes: [
      shape('video', '/{_:player.html|blackboard/html5mobileplayer.html|festival/[^/]+|list/[^/]+|medialist/play/[^/]+}', '/video/{id}', { query: { bvid: { like: /^(BV[A-Za-z0-9]{10})$/u, required: true, as: 'id' } } }),
      shape('video', '[/{_:lang}]/video/{id:n}', '/en/video/{id}', { hosts: ['bilibili.tv'], origin: 'https://www.bilibili.tv' }),
      shape('artist', '[/{_:lang}]/space/{id:n}[/{_:rest}]', '/en/space/{id}', { hosts: ['bilibili.tv'], origin: 'https://www.bilibili.tv' }),
      shape('video', '[/{_:s|list/watchlater|list/ml[0-9]+}]/video/{id:(?:BV[A-Za-z0-9]{10}|av[0-9]+)}', '/video/{id}', { query: { p: { like: /^[2-9]$|^[1-9][0-9]{1,2}$/u } } }),
      shape('track', '/audio/{id:au[0-9]+}', '/audio/{id}'),
      shape('album', '/audio/{id:am[0-9]+}', '/audio/{id}'),
      shape('playlist', '/medialist/play/{id:(?:ml)?[0-9]+}', '/medialist/play/{id}'),
      shape('playlist', '/list/{id:ml[0-9]+}', '/list/{id}'),
      shape('video', '/bangumi/play/{id:(?:ss|ep)[0-9]+}', '/bangumi/play/{id}'),
      shape('artist', '/{id:n}[/{_:rest}]', '/{id}', { hosts: ['space.bilibili.com'], origin: 'https://space.bilibili.com' }),
    ],
  },
  {
    id: 'rumble', name: 'Rumble', kind: 'video', action: 'Watch', colour: '#85C742', territories: 'worldwide',
    hosts: ['rumble.com'], origin: 'https://rumble.com',
    shapes: [
      shape('video', '/{id:v[a-z0-9]{4,12}}[-{name}].html', '/{id}[-{name}].html'),
      shape('video', '/shorts/{id:v[a-z0-9]{4,12}}', '/shorts/{id}'),
      shape('playlist', '/playlists/{id:word}', '/playlists/{id}'),
      shape('video', '/embed/[{_:[a-z0-9]+}.]{id:v[a-z0-9]+}', '/embed/{id}/'),
      shape('artist', '/{kind:c|user}/{id}[/{_:word}]', '/{kind}/{id}'),
    ],
  },
  {
    id: 'tiktok', name: 'TikTok', kind: 'video', action: 'Watch', colour: '#000000', territories: 'worldwide', universal: true,
    hosts: ['tiktok.com', 'lite.tiktok.com'], shortHosts: ['vm.tiktok.com', 'vt.tiktok.com'], origin: 'https://www.tiktok.com',
    shapes: [
      shape('video', '/@{user:[A-Za-z0-9_.-]*}/{kind:video|photo}/{id:n}[/{_:rest}]', '/@{user}/{kind}/{id}', { lower: ['user'] }),
      shape('video', '/{_:v|embed|embed/v2|embed/v3|share/video|player/v1|video}/{id:n}[.html]', '/@/video/{id}'),
      shape('track', '/music/{id:[^/]+-[0-9]+}', '/music/{id}'),
      shape('unknown', '/t/{id:word}', '/t/{id}/', { short: true }),
      shape('playlist', '/@{user:[A-Za-z0-9_.-]+}/playlist/{id:[^/]+-[0-9]+}', '/@{user}/playlist/{id}'),
      shape('artist', '/@{id:user}[/{_:word}]', '/@{id}', { idCase: 'lower' }),
    ],
  },
  {
    id: 'twitch', name: 'Twitch', kind: 'video', action: 'Watch', colour: '#9146FF', territories: 'worldwide', universal: true,
    hosts: ['twitch.tv', 'clips.twitch.tv', 'player.twitch.tv', 'go.twitch.tv'], origin: 'https://www.twitch.tv',
    shapes: [
      shape('video', '', '/videos/{id}', { hosts: ['player.twitch.tv'], query: { video: { like: /^v?([0-9]{1,20})$/u, required: true, as: 'id' } } }),
      shape('artist', '', '/{id}', { hosts: ['player.twitch.tv'], query: { channel: { like: /^([A-Za-z0-9_]+)$/u, required: true, as: 'id' } }, idCase: 'lower' }),
      shape('video', '/embed', '/{id}', { hosts: ['clips.twitch.tv'], origin: 'https://clips.twitch.tv', query: { clip: { like: /^([A-Za-z0-9_-]+)$/u, required: true, as: 'id' } } }),
      shape('video', '[/{_:word}]/{_:videos|video|v|b|c}/[v]{id:n}', '/videos/{id}'),
      shape('video', '/{_:word}/clip/{id:word}', '/{id}', { origin: 'https://clips.twitch.tv' }),
      shape('video', '/clip/{id:word}', '/{id}', { origin: 'https://clips.twitch.tv' }),
      shape('video', '/{id:word}', '/{id}', { hosts: ['clips.twitch.tv'], origin: 'https://clips.twitch.tv' }),
      ...words({ collections: 'playlist' }, '/{word}/{id}', '/{word}/{id}'),
      shape('artist', '/{id:(?!(?:directory|search|downloads|jobs|p|settings|subscriptions|turbo|videos|clip|embed|collections|team|store|prime|bits)$)[A-Za-z0-9_]+}[/{_:videos|about|schedule|clips|profile|squad}]', '/{id}', { hosts: ['twitch.tv', 'go.twitch.tv'], idCase: 'lower' }),
    ],
  },
];
