import { shape, words, type PlatformData } from '../platform.js';
import { commonwealthOfIndependentStates } from './countries.js';

const digits = /^[0-9]{1,20}$/u;
const word = /^[A-Za-z0-9_-]{1,64}$/u;
const need = (like: RegExp) => ({ like, required: true });
const middleEast = ['AE', 'SA', 'EG', 'LB', 'JO', 'KW', 'QA', 'BH', 'OM', 'IQ', 'MA', 'DZ', 'TN', 'LY', 'PS', 'SY', 'YE', 'SD'];
const africa = ['NG', 'GH', 'KE', 'TZ', 'UG', 'ZM', 'ZA', 'CM', 'CI', 'SN', 'RW', 'ET', 'MW', 'ZW', 'SL', 'LR', 'GM', 'BJ', 'TG', 'CD'];

export const regionalStreaming: readonly PlatformData[] = [
  {
    id: 'boomplay', name: 'Boomplay', kind: 'stream', action: 'Play', colour: '#00A1A9', countries: africa,
    hosts: ['boomplay.com', 'boomplaymusic.com'], shortHosts: ['boomplay.page.link'], origin: 'https://www.boomplay.com',
    shapes: [
      ...words({ albums: 'album', songs: 'track', artists: 'artist', playlists: 'playlist', video: 'video', podcasts: 'show', episode: 'episode' }, '[/share]/{word}/{id:n}', '/{word}/{id}'),
      shape('album', '/share/album/{id:n}', '/albums/{id}'),
      shape('track', '/share/{_:music|song}/{id:n}', '/songs/{id}'),
    ],
  },
  {
    id: 'anghami', name: 'Anghami', kind: 'stream', action: 'Play', colour: '#5E2BD0', countries: middleEast,
    hosts: ['play.anghami.com', 'anghami.com'], shortHosts: ['angham.me', 'g.angham.me', 'open.anghami.com'], origin: 'https://play.anghami.com',
    shapes: words({ album: 'album', song: 'track', artist: 'artist', playlist: 'playlist', video: 'video', podcast: 'show', episode: 'episode' }, '[/{_:cc}]/{word}/{id:n}', '/{word}/{id}'),
  },
  {
    id: 'jiosaavn', name: 'JioSaavn', kind: 'stream', action: 'Play', colour: '#2BC5B4', countries: ['IN', 'PK', 'BD', 'NP', 'LK', 'BT', 'MV'],
    hosts: ['jiosaavn.com', 'saavn.com'], origin: 'https://www.jiosaavn.com',
    shapes: [
      ...words({ album: 'album', song: 'track', artist: 'artist', featured: 'playlist' }, '[/{_:s|p}]/{word}/{name}/{id:[A-Za-z0-9_,-]+}', '/{word}/{name}/{id}'),
      shape('episode', '/shows/{name}/{season:n}/{id:[A-Za-z0-9_,-]+}/{ep}', '/shows/{name}/{season}/{id}/{ep}'),
      shape('show', '/shows/{name}[/{season:n}]/{id:[A-Za-z0-9_,-]+}', '/shows/{name}[/{season}]/{id}'),
    ],
  },
  {
    id: 'gaana', name: 'Gaana', kind: 'stream', action: 'Play', colour: '#E72C30', countries: ['IN'],
    hosts: ['gaana.com'], origin: 'https://gaana.com',
    shapes: words({ album: 'album', song: 'track', artist: 'artist', playlist: 'playlist', podcast: 'show', season: 'show', episode: 'episode' }, '/{word}/{id}', '/{word}/{id}'),
  },
  {
    id: 'hungama', name: 'Hungama', kind: 'stream', action: 'Play', colour: '#FF4B4B', countries: ['IN'],
    hosts: ['hungama.com'], origin: 'https://www.hungama.com',
    shapes: [
      ...words({ album: 'album', song: 'track', artist: 'artist', playlists: 'playlist', video: 'video' }, '/{word}/{name}/{id:n}', '/{word}/{name}/{id}/'),
      ...words({ album: 'album', song: 'track', artist: 'artist' }, '/{word}/{id:n}', '/{word}/{id}/'),
    ],
  },
  {
    id: 'kkbox', name: 'KKBOX', kind: 'stream', action: 'Play', colour: '#00ABDF', countries: ['TW', 'HK', 'JP', 'SG', 'MY', 'MO'],
    hosts: ['kkbox.com', 'play.kkbox.com', 'event.kkbox.com'], shortHosts: ['kkbox.fm'], origin: 'https://www.kkbox.com',
    shapes: [
      ...words({ album: 'album', song: 'track', artist: 'artist', playlist: 'playlist' }, '/{cc}[/{lang:cc}]/{word}/{id:[A-Za-z0-9_.-]+}', '/{cc}[/{lang}]/{word}/{id}'),
      ...words({ album: 'album', song: 'track', track: 'track', artist: 'artist', playlist: 'playlist' }, '/{word}/{id:[A-Za-z0-9_.-]+}', '/{word}/{id}', { hosts: ['play.kkbox.com', 'kkbox.com'], origin: 'https://play.kkbox.com' }),
      ...words({ album: 'album', song: 'track' }, '/content/{word}/{id:[A-Za-z0-9_.-]+}', '/content/{word}/{id}', { hosts: ['event.kkbox.com'], origin: 'https://event.kkbox.com' }),
    ],
  },
  {
    id: 'line_music', name: 'LINE MUSIC', kind: 'stream', action: 'Play', colour: '#00C300', countries: ['JP', 'TH'],
    hosts: ['music.line.me', 'music-tw.line.me'], shortHosts: ['lin.ee'], origin: 'https://music.line.me',
    shapes: [
      ...words({ album: 'album', track: 'track', artist: 'artist', video: 'video', playlist: 'playlist' }, '[/webapp]/{word}/{id:word}', '/webapp/{word}/{id}'),
      ...words({ album: 'album', track: 'track', artist: 'artist', video: 'video', playlist: 'playlist' }, '/launch', '/webapp/{word}/{id}').map((made) => ({
        ...made,
        query: { target: { like: new RegExp(`^(?:${made.entity}|${made.entity === 'track' ? 'song' : made.entity})$`, 'u'), required: true, drop: true }, item: { like: word, required: true, as: 'id' } },
      })),
    ],
  },
  {
    id: 'awa', name: 'AWA', kind: 'stream', action: 'Play', colour: '#0A0A0A', countries: ['JP'],
    hosts: ['s.awa.fm', 'awa.fm'], shortHosts: ['mf.awa.fm'], origin: 'https://s.awa.fm',
    shapes: words({ album: 'album', track: 'track', artist: 'artist', playlist: 'playlist' }, '/{word}/{id:word}', '/{word}/{id}'),
  },
  {
    id: 'rakuten_music', name: 'Rakuten Music', kind: 'stream', action: 'Play', colour: '#BF0000', countries: ['JP'],
    hosts: ['music.rakuten.co.jp'], origin: 'https://music.rakuten.co.jp',
    shapes: [shape('unknown', '/link/{id:rest}', '/link/{id}'), ...words({ album: 'album', track: 'track', artist: 'artist' }, '/{word}/{id:word}', '/{word}/{id}')],
  },
  {
    id: 'melon', name: 'Melon', kind: 'stream', action: 'Play', colour: '#00CD3C', countries: ['KR'],
    hosts: ['melon.com', 'm2.melon.com'], shortHosts: ['melon.do', 'kko.to'], origin: 'https://www.melon.com',
    shapes: [
      shape('album', '/album/{_:detail|music}.htm', '/album/detail.htm', { query: { albumId: need(digits) } }),
      shape('track', '/song/{_:detail|lyrics}.htm', '/song/detail.htm', { query: { songId: need(digits) } }),
      shape('artist', '/artist/{_:[a-z]+}.htm', '/artist/timeline.htm', { query: { artistId: need(digits) } }),
      shape('video', '/video/{_:detail2?|player}.htm', '/video/detail2.htm', { query: { mvId: need(digits) } }),
    ],
  },
  {
    id: 'genie', name: 'Genie', kind: 'stream', action: 'Play', colour: '#00A0DE', countries: ['KR'],
    hosts: ['genie.co.kr', 'mw.genie.co.kr'], shortHosts: ['genie.do'], origin: 'https://www.genie.co.kr',
    shapes: [
      shape('album', '/detail/albumInfo', '/detail/albumInfo', { query: { axnm: need(digits) } }),
      shape('track', '/detail/songInfo', '/detail/songInfo', { query: { xgnm: need(digits) } }),
      shape('artist', '/detail/artistInfo', '/detail/artistInfo', { query: { xxnm: need(digits) } }),
      shape('video', '/detail/mvInfo', '/detail/mvInfo', { query: { xvnm: need(digits) } }),
    ],
  },
  {
    id: 'bugs', name: 'Bugs!', kind: 'stream', action: 'Play', colour: '#FF3B28', countries: ['KR'],
    hosts: ['music.bugs.co.kr', 'bugs.co.kr'], shortHosts: ['bugs.kr'], origin: 'https://music.bugs.co.kr',
    shapes: words({ album: 'album', track: 'track', artist: 'artist', mv: 'video' }, '/{word}/{id:n}', '/{word}/{id}'),
  },
  {
    id: 'vibe', name: 'NAVER VIBE', kind: 'stream', action: 'Play', colour: '#E6197E', countries: ['KR'],
    hosts: ['vibe.naver.com'], origin: 'https://vibe.naver.com',
    shapes: words({ album: 'album', track: 'track', artist: 'artist', video: 'video', playlist: 'playlist' }, '/{word}/{id:n}', '/{word}/{id}'),
  },
  {
    id: 'flo', name: 'FLO', kind: 'stream', action: 'Play', colour: '#3F3FFF', countries: ['KR'],
    hosts: ['music-flo.com'], shortHosts: ['flomuz.io'], origin: 'https://www.music-flo.com',
    shapes: words({ album: 'album', track: 'track', artist: 'artist', channel: 'playlist' }, '/detail/{word}/{id:word}[/{_:word}]', '/detail/{word}/{id}'),
  },
  {
    id: 'netease', name: 'NetEase Cloud Music', kind: 'stream', action: 'Play', colour: '#D43C33', countries: ['CN'], hashRoutes: true,
    hosts: ['music.163.com', 'y.music.163.com'], shortHosts: ['163cn.tv'], origin: 'https://music.163.com',
    shapes: [
      ...words({ album: 'album', song: 'track', artist: 'artist', playlist: 'playlist', mv: 'video' }, '[/m]/{word}', '/#/{word}', { query: { id: need(digits) } }),
      ...words({ album: 'album', song: 'track', artist: 'artist', playlist: 'playlist', mv: 'video' }, '[/m]/{word}/{id:n}', '/#/{word}?id={id}'),
    ],
  },
  {
    id: 'qq_music', name: 'QQ Music', kind: 'stream', action: 'Play', colour: '#31C27C', countries: ['CN'],
    hosts: ['y.qq.com', 'i.y.qq.com', 'i2.y.qq.com'], shortHosts: ['c.y.qq.com', 'c6.y.qq.com'], origin: 'https://y.qq.com',
    shapes: [
      ...words({ albumDetail: 'album', songDetail: 'track', singer: 'artist', playlist: 'playlist' }, '/n/ryqq[_v2]/{word}/{id:word}', '/n/ryqq/{word}/{id}'),
      shape('video', '/n/ryqq[_v2]/mv/{id:word}', '/n/ryqq/mv/{id}'),
      shape('album', '/n/yqq/album/{id:word}.html', '/n/ryqq/albumDetail/{id}'),
      shape('track', '/n/yqq/song/{id:word}.html', '/n/ryqq/songDetail/{id}'),
      shape('artist', '/n/yqq/singer/{id:word}.html', '/n/ryqq/singer/{id}'),
      shape('album', '/n2/m/share/details/album.html', '/n/ryqq/albumDetail/{id}', { query: { albummid: { ...need(word), as: 'id' } } }),
      shape('album', '/n2/m/share/details/album.html', '/n/ryqq/albumDetail/{id}', { query: { albumId: { ...need(digits), as: 'id' } } }),
      shape('track', '/v8/playsong.html', '/n/ryqq/songDetail/{id}', { query: { songmid: { ...need(word), as: 'id' } } }),
    ],
  },
  {
    id: 'kugou', name: 'KuGou', kind: 'stream', action: 'Play', colour: '#2CA2F9', countries: ['CN'],
    hosts: ['kugou.com'], shortHosts: ['t1.kugou.com', 't.kugou.com', 't3.kugou.com'], origin: 'https://www.kugou.com',
    shapes: [
      shape('album', '/album/info/{id:word}', '/album/info/{id}/'),
      shape('album', '/album/{id:n}.html', '/album/{id}.html'),
      shape('track', '/mixsong/{id:word}.html', '/mixsong/{id}.html'),
      shape('artist', '/singer/info/{id:word}', '/singer/info/{id}/'),
      shape('artist', '/singer/{id:n}.html', '/singer/{id}.html'),
      shape('playlist', '/songlist/{id:word}', '/songlist/{id}/'),
    ],
  },
  {
    id: 'kuwo', name: 'Kuwo', kind: 'stream', action: 'Play', colour: '#FFDC00', countries: ['CN'],
    hosts: ['kuwo.cn'], origin: 'https://www.kuwo.cn',
    shapes: [
      ...words({ album_detail: 'album', play_detail: 'track', singer_detail: 'artist', playlist_detail: 'playlist' }, '[/newh5app]/{word}/{id:n}', '/{word}/{id}'),
      shape('album', '/album/{id:n}', '/album_detail/{id}'),
      shape('track', '/yinyue/{id:n}', '/play_detail/{id}'),
    ],
  },
  {
    id: 'migu', name: 'Migu Music', kind: 'stream', action: 'Play', colour: '#E4007F', countries: ['CN'],
    hosts: ['music.migu.cn'], shortHosts: ['c.migu.cn'], origin: 'https://music.migu.cn',
    shapes: words({ album: 'album', song: 'track', artist: 'artist', playlist: 'playlist' }, '/v{_:[0-9]}/music/{word}/{id:word}', '/v3/music/{word}/{id}'),
  },
  {
    id: 'yandex_music', name: 'Yandex Music', kind: 'stream', action: 'Play', colour: '#FFBC0D', countries: [...commonwealthOfIndependentStates],
    hosts: ['music.yandex.ru', 'music.yandex.com', 'music.yandex.by', 'music.yandex.kz', 'music.yandex.uz', 'music.yandex.ua'], origin: 'https://{host}',
    shapes: [
      shape('track', '/album/{album:n}/track/{id:n}', '/album/{album}/track/{id}'),
      ...words({ album: 'album', artist: 'artist', track: 'track', label: 'label' }, '/{word}/{id:n}[/{_:word}]', '/{word}/{id}'),
      shape('playlist', '/users/{user}/playlists/{id:n}', '/users/{user}/playlists/{id}'),
      shape('playlist', '/playlists/{id}', '/playlists/{id}'),
    ],
    apps: [{ from: /^https:\/\/music\.yandex\.[a-z]+\/((?:album|artist)\/.+)$/u, to: 'yandexmusic://$1' }],
  },
  {
    id: 'vk_music', name: 'VK Music', kind: 'stream', action: 'Play', colour: '#0077FF', countries: [...commonwealthOfIndependentStates],
    hosts: ['vk.com', 'vk.ru'], origin: 'https://vk.com',
    shapes: [
      shape('album', '/music/album/{id:-?[0-9]+_[0-9]+(?:_[0-9a-f]+)?}', '/music/album/{id}'),
      shape('playlist', '/music/playlist/{id:-?[0-9]+_[0-9]+(?:_[0-9a-f]+)?}', '/music/playlist/{id}'),
      shape('track', '/audio{id:-?[0-9]+_[0-9]+(?:_[0-9a-f]+)?}', '/audio{id}'),
      shape('artist', '/artist/{id}[/{_:word}]', '/artist/{id}'),
    ],
  },
  {
    id: 'zvuk', name: 'Zvuk', kind: 'stream', action: 'Play', colour: '#FF1F3D', countries: [...commonwealthOfIndependentStates],
    hosts: ['zvuk.com', 'sber-zvuk.com'], shortHosts: ['share.zvuk.com'], origin: 'https://zvuk.com',
    shapes: words({ release: 'album', track: 'track', artist: 'artist', playlist: 'playlist', podcast: 'show', episode: 'episode' }, '/{word}/{id:n}', '/{word}/{id}'),
  },
  {
    id: 'zing_mp3', name: 'Zing MP3', kind: 'stream', action: 'Play', colour: '#8D22C3', countries: ['VN'],
    hosts: ['zingmp3.vn', 'mp3.zing.vn'], origin: 'https://zingmp3.vn',
    shapes: [
      ...words({ album: 'album', 'bai-hat': 'track', playlist: 'playlist', 'video-clip': 'video' }, '/{word}/{name}/{id:word}.html', '/{word}/{name}/{id}.html'),
      shape('artist', '/nghe-si/{id}[/{_:word}]', '/nghe-si/{id}'),
    ],
  },
  {
    id: 'joox', name: 'JOOX', kind: 'stream', action: 'Play', colour: '#00C300', countries: ['HK', 'ID', 'TH', 'MY', 'MM', 'MO'],
    hosts: ['joox.com'], origin: 'https://www.joox.com',
    shapes: words({ album: 'album', single: 'track', artist: 'artist', playlist: 'playlist' }, '/{cc}[/{lang:[a-z_]{2,5}}]/{word}/{id}', '/{cc}[/{lang}]/{word}/{id}'),
  },
  {
    id: 'claro_musica', name: 'Claro Música', kind: 'stream', action: 'Play', colour: '#DA291C', countries: ['MX', 'BR', 'CO', 'AR', 'CL', 'PE', 'EC', 'GT', 'SV', 'HN', 'NI', 'CR', 'PA', 'DO', 'PY', 'UY', 'PR'],
    hosts: ['claromusica.com'], origin: 'https://www.claromusica.com',
    shapes: words({ album: 'album', track: 'track', song: 'track', artist: 'artist', playlist: 'playlist' }, '[/{cc}][/{_:systemPlaylist|landing}]/{word}/{id:n}', '[/{cc}]/{word}/{id}'),
  },
  {
    id: 'niconico', name: 'Niconico', kind: 'stream', action: 'Watch', colour: '#231815', countries: ['JP'],
    hosts: ['nicovideo.jp', 'sp.nicovideo.jp', 'embed.nicovideo.jp', 'nico.ms'], origin: 'https://www.nicovideo.jp',
    shapes: [
      shape('video', '/watch/{id:(?:sm|nm|so)?[0-9]+}', '/watch/{id}'),
      shape('video', '/{id:(?:sm|nm|so)[0-9]+}', '/watch/{id}', { hosts: ['nico.ms'] }),
      shape('playlist', '[/user/{_:n}]/mylist/{id:n}', '/mylist/{id}'),
      shape('artist', '/user/{id:n}[/{_:word}]', '/user/{id}'),
    ],
  },
];
