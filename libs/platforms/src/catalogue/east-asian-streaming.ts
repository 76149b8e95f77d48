import { shape, words, type PlatformData, type UrlShape } from '../platform.js';

const digits = /^([0-9]{1,20})$/u;
const word = /^[A-Za-z0-9_-]{1,64}$/u;
const need = (like: RegExp) => ({ like, required: true });
const asId = (like: RegExp) => ({ like, required: true, as: 'id' });

/** KKBOX's countries and the language that each opens in: an address needs one, and every one shows the same. */
const kkboxLanguages = { tw: 'tc', hk: 'tc', mo: 'tc', jp: 'ja', sg: 'en', my: 'en' } as const;
const kkboxWords = { album: 'album', song: 'track', artist: 'artist', playlist: 'playlist', podcast: 'show', channel: 'show', episode: 'episode' } as const;
const kkbox: UrlShape[] = Object.entries(kkboxLanguages).flatMap(([cc, language]) =>
  words(kkboxWords, `/{cc:${cc}}[/{_:[a-z]{2}(?:-[a-z]{2,4})?}]/{word}/{id:[A-Za-z0-9_.-]+}`, `/{cc}/${language}/{word}/{id}`, { hosts: ['kkbox.com'] }),
);

const lineMusic = { album: 'album', track: 'track', artist: 'artist', video: 'video', playlist: 'playlist' } as const;
const lineTaiwan = { hosts: ['music-tw.line.me'], origin: 'https://music-tw.line.me' };

const neteaseWords = { album: 'album', song: 'track', artist: 'artist', playlist: 'playlist', mv: 'video', djradio: 'show', radio: 'show', program: 'episode', dj: 'episode' } as const;
/** `type` of NetEase's embedded player. */
const neteasePlayer = { 0: ['playlist', 'playlist'], 1: ['album', 'album'], 2: ['song', 'track'], 3: ['program', 'episode'], 4: ['djradio', 'show'] } as const;

const qqAlbum = '/n/ryqq/albumDetail/{id}';
const qqSong = '/n/ryqq/songDetail/{id}';

export const eastAsianStreaming: readonly PlatformData[] = [
  {
    id: 'kkbox', name: 'KKBOX', kind: 'stream', action: 'Play', colour: '#00ABDF', territories: ['TW', 'HK', 'JP', 'SG', 'MY', 'MO'], universal: true,
    hosts: ['kkbox.com', 'play.kkbox.com', 'event.kkbox.com', 'widget.kkbox.com', 'podcast.kkbox.com'], shortHosts: ['kkbox.fm'], origin: 'https://www.kkbox.com',
    shapes: [
      ...kkbox,
      ...words({ album: 'album', song: 'track', track: 'track', artist: 'artist', playlist: 'playlist' }, '/{word}/{id:[A-Za-z0-9_.-]+}', '/{word}/{id}', { hosts: ['play.kkbox.com', 'kkbox.com'], origin: 'https://play.kkbox.com' }),
      ...words({ album: 'album', song: 'track' }, '/content/{word}/{id:[A-Za-z0-9_.-]+}', '/content/{word}/{id}', { hosts: ['event.kkbox.com'], origin: 'https://event.kkbox.com' }),
      ...words({ channel: 'show', episode: 'episode' }, '[/{_:cc}]/{word}/{id:[A-Za-z0-9_.-]+}', '/{word}/{id}', { hosts: ['podcast.kkbox.com'], origin: 'https://podcast.kkbox.com' }),
    ],
  },
  {
    id: 'line_music', name: 'LINE MUSIC', kind: 'stream', action: 'Play', colour: '#00C300', territories: ['JP', 'TW', 'TH'], universal: true,
    hosts: ['music.line.me', 'music-tw.line.me'], shortHosts: ['lin.ee'], origin: 'https://music.line.me',
    shapes: [
      ...words(lineMusic, '[/webapp]/{word}/{id:word}', '/webapp/{word}/{id}', { hosts: ['music.line.me'] }),
      ...words(lineMusic, '[/webapp]/{word}/{id:word}', '/{word}/{id}', lineTaiwan),
      // A track is named within its album here.
      shape('track', '/launch', '/webapp/track/{id}', { query: { target: { like: /^(?:track|song)$/u, required: true, drop: true }, subitem: asId(word) } }),
      ...words(lineMusic, '/launch', '/webapp/{word}/{id}').map((made) => ({
        ...made,
        query: { target: { like: new RegExp(`^(?:${made.entity}|${made.entity === 'track' ? 'song' : made.entity})$`, 'u'), required: true, drop: true }, item: asId(word) },
      })),
    ],
  },
  {
    id: 'awa', name: 'AWA', kind: 'stream', action: 'Play', colour: '#0A0A0A', territories: ['JP'], universal: true,
    hosts: ['s.awa.fm', 'awa.fm'], shortHosts: ['mf.awa.fm'], origin: 'https://s.awa.fm',
    shapes: words({ album: 'album', track: 'track', artist: 'artist', playlist: 'playlist' }, '/{word}/{id:word}', '/{word}/{id}'),
  },
  {
    id: 'rakuten_music', name: 'Rakuten Music', kind: 'stream', action: 'Play', colour: '#BF0000', territories: ['JP'],
    hosts: ['music.rakuten.co.jp'], origin: 'https://music.rakuten.co.jp',
    shapes: [
      ...words({ album: 'album', track: 'track', song: 'track', artist: 'artist', playlist: 'playlist' }, '/link/{word}/{id:word}', '/link/{word}/{id}'),
      shape('unknown', '/link/{id:rest}', '/link/{id}'),
      ...words({ album: 'album', track: 'track', artist: 'artist' }, '/{word}/{id:word}', '/{word}/{id}'),
    ],
  },
  {
    id: 'melon', name: 'Melon', kind: 'stream', action: 'Play', colour: '#00CD3C', territories: ['KR'],
    hosts: ['melon.com', 'm2.melon.com', 'kakao.melon.com'], shortHosts: ['melon.do', 'kko.to'], origin: 'https://www.melon.com',
    shapes: [
      shape('album', '[/{_:word}]/album/{_:[a-z]+}.htm', '/album/detail.htm', { query: { albumId: need(digits) } }),
      shape('track', '[/{_:word}]/song/{_:[a-z]+}.htm', '/song/detail.htm', { query: { songId: need(digits) } }),
      shape('artist', '[/{_:word}]/artist/{_:[a-z]+}.htm', '/artist/timeline.htm', { query: { artistId: need(digits) } }),
      shape('video', '[/{_:word}]/video/{_:[a-z0-9]+}.htm', '/video/detail2.htm', { query: { mvId: need(digits) } }),
      shape('playlist', '/mymusic/{kind:playlist|dj}/{name:[a-z_]+}.htm', '/mymusic/{kind}/{name}.htm', { query: { plylstSeq: need(digits) } }),
    ],
  },
  {
    id: 'genie', name: 'Genie', kind: 'stream', action: 'Play', colour: '#00A0DE', territories: ['KR'],
    hosts: ['genie.co.kr', 'mw.genie.co.kr', 'app.genie.co.kr'], shortHosts: ['genie.do'], origin: 'https://www.genie.co.kr',
    shapes: [
      shape('album', '/detail/albumInfo', '/detail/albumInfo', { query: { axnm: need(digits) } }),
      shape('track', '/detail/songInfo', '/detail/songInfo', { query: { xgnm: need(digits) } }),
      shape('artist', '/detail/artist{_:Info|Song|Album}', '/detail/artistInfo', { query: { xxnm: need(digits) } }),
      shape('video', '/detail/mvInfo', '/detail/mvInfo', { query: { xvnm: need(digits) } }),
      shape('playlist', '/playlist/detailView', '/playlist/detailView', { query: { plmSeq: need(digits) } }),
    ],
  },
  {
    id: 'bugs', name: 'Bugs!', kind: 'stream', action: 'Play', colour: '#FF3B28', territories: ['KR'],
    hosts: ['music.bugs.co.kr', 'bugs.co.kr', 'm.bugs.co.kr'], shortHosts: ['bugs.kr'], origin: 'https://music.bugs.co.kr',
    shapes: [
      ...words({ album: 'album', track: 'track', artist: 'artist', mv: 'video' }, '/{word}/{id:n}[/{_:rest}]', '/{word}/{id}'),
      shape('playlist', '/musicpd/albumview/{id:n}', '/musicpd/albumview/{id}'),
    ],
  },
  {
    id: 'vibe', name: 'NAVER VIBE', kind: 'stream', action: 'Play', colour: '#E6197E', territories: ['KR'],
    hosts: ['vibe.naver.com', 'music.naver.com'], origin: 'https://vibe.naver.com',
    shapes: [
      ...words({ album: 'album', track: 'track', artist: 'artist', video: 'video', playlist: 'playlist' }, '/{word}/{id:[A-Za-z0-9_-]+}[/{_:word}]', '/{word}/{id}', { hosts: ['vibe.naver.com'] }),
      // NAVER Music became VIBE and kept its numbers.
      shape('album', '/album/index{_}', '/album/{id}', { hosts: ['music.naver.com'], query: { albumId: asId(digits) } }),
      shape('artist', '/artist/{_:[a-z]+}.nhn', '/artist/{id}', { hosts: ['music.naver.com'], query: { artistId: asId(digits) } }),
    ],
  },
  {
    id: 'flo', name: 'FLO', kind: 'stream', action: 'Play', colour: '#3F3FFF', territories: ['KR'],
    hosts: ['music-flo.com'], shortHosts: ['flomuz.io'], origin: 'https://www.music-flo.com',
    shapes: words({ album: 'album', track: 'track', artist: 'artist', channel: 'playlist', openplaylist: 'playlist' }, '/detail/{word}/{id:word}[/{_:rest}]', '/detail/{word}/{id}'),
  },
  {
    id: 'netease', name: 'NetEase Cloud Music', kind: 'stream', action: 'Play', colour: '#D43C33', territories: ['CN'],
    hosts: ['music.163.com', 'y.music.163.com', '3g.music.163.com', 'st.music.163.com'], shortHosts: ['163cn.tv', '163.fm'], origin: 'https://music.163.com',
    shapes: [
      ...Object.entries(neteasePlayer).map(([type, [path, entity]]) => shape(entity, '[/m]/outchain/player', `/#/${path}`, { query: { type: { like: new RegExp(`^${type}$`, 'u'), required: true, drop: true }, id: need(digits) } })),
      ...words(neteaseWords, '[/{_:m|my/m/music|my/m}]/{word}', '/#/{word}', { query: { id: need(digits) } }),
      ...words(neteaseWords, '[/m]/{word}/{id:n}[/{_:rest}]', '/#/{word}?id={id}'),
      shape('video', '[/m]/video', '/#/video', { query: { id: need(/^[0-9A-F]{32}$/u) } }),
    ],
  },
  {
    id: 'qq_music', name: 'QQ Music', kind: 'stream', action: 'Play', colour: '#31C27C', territories: ['CN'],
    hosts: ['y.qq.com', 'i.y.qq.com', 'i2.y.qq.com'], shortHosts: ['c.y.qq.com', 'c6.y.qq.com', 'url.cn'], origin: 'https://y.qq.com',
    shapes: [
      ...words({ albumDetail: 'album', songDetail: 'track', singer: 'artist', playlist: 'playlist', mv: 'video' }, '/n/ryqq[_v2]/{word}/{id:word}', '/n/ryqq/{word}/{id}'),
      shape('album', '/{_:n/yqq|portal}/album/{id:word}.html', qqAlbum),
      shape('track', '/{_:n/yqq|portal}/song/{id:word}.html', qqSong),
      shape('artist', '/{_:n/yqq|portal}/singer/{id:word}.html', '/n/ryqq/singer/{id}'),
      shape('playlist', '/{_:n/yqq|portal}/{_:playlist|playsquare}/{id:word}.html', '/n/ryqq/playlist/{id}'),
      shape('video', '/{_:n/yqq|portal}/mv/[v/]{id:word}.html', '/n/ryqq/mv/{id}'),
      ...['albummid', 'albumMid'].map((name) => shape('album', '/{_:n2/m/share/details/album|n2/m/share/details/album/index|m/client/album_detail/index|w/album}[.html]', qqAlbum, { query: { [name]: asId(word) } })),
      ...['albumId', 'albumid'].map((name) => shape('album', '/{_:n2/m/share/details/album|n2/m/share/details/album/index|w/album}[.html]', qqAlbum, { query: { [name]: asId(digits) } })),
      ...['songmid', 'songid'].map((name) => shape('track', '/{_:v8/playsong|n2/m/playsong|n2/m/share/details/song|n2/m/playsong/index|w/song}[.html]', qqSong, { query: { [name]: asId(word) } })),
      shape('playlist', '/n2/m/share/details/taoge.html', '/n/ryqq/playlist/{id}', { query: { id: asId(digits) } }),
      shape('artist', '/n2/m/share/profile_v2/index.html', '/n/ryqq/singer/{id}', { query: { singermid: asId(word) } }),
    ],
  },
  {
    id: 'kugou', name: 'KuGou', kind: 'stream', action: 'Play', colour: '#2CA2F9', territories: ['CN'],
    hosts: ['kugou.com', 'm3ws.kugou.com', 'h5.kugou.com', 'www2.kugou.com'], shortHosts: ['t1.kugou.com', 't.kugou.com', 't2.kugou.com', 't3.kugou.com', 't4.kugou.com', 't5.kugou.com'], origin: 'https://www.kugou.com',
    shapes: [
      shape('album', '[/yy]/album/{_:info|single}/{id:word}[.html]', '/album/info/{id}/'),
      shape('album', '/album/{id:n}.html', '/album/{id}.html'),
      shape('track', '/mixsong/{id:word}.html', '/mixsong/{id}.html'),
      shape('track', '/song/{id:word}.html', '/song/{id}.html'),
      shape('track', '/song[/]', '/song/#hash={id}', { query: { hash: asId(/^([0-9A-Fa-f]{32})$/u) } }),
      shape('artist', '[/yy]/singer/{_:info|home}/{id:word}[.html]', '/singer/info/{id}/'),
      shape('artist', '/singer/{id:n}.html', '/singer/{id}.html'),
      shape('playlist', '/songlist/{id:word}', '/songlist/{id}/'),
      shape('playlist', '/yy/special/single/{id:n}.html', '/yy/special/single/{id}.html'),
      shape('unknown', '/share/{id:word}.html', '/share/{id}.html', { short: true }),
      shape('unknown', '/share', '/share/', { query: { chain: need(word) }, short: true }),
    ],
  },
  {
    id: 'kuwo', name: 'Kuwo', kind: 'stream', action: 'Play', colour: '#FFDC00', territories: ['CN'],
    hosts: ['kuwo.cn'], origin: 'https://www.kuwo.cn',
    shapes: [
      ...words({ album_detail: 'album', play_detail: 'track', singer_detail: 'artist', playlist_detail: 'playlist', mvplay: 'video' }, '[/newh5app]/{word}/{id:n}[/{_:word}]', '/{word}/{id}'),
      shape('album', '/album/{id:n}', '/album_detail/{id}'),
      shape('track', '/{_:yinyue|newh5/singles/songinfoandlrc}/{id:n}', '/play_detail/{id}'),
      shape('playlist', '/playlist/index', '/playlist_detail/{id}', { query: { pid: asId(digits) } }),
    ],
  },
  {
    id: 'migu', name: 'Migu Music', kind: 'stream', action: 'Play', colour: '#E4007F', territories: ['CN'],
    hosts: ['music.migu.cn', 'h5.nf.migu.cn', 'app.c.nf.migu.cn', 'm.music.migu.cn', 'cdnmusic.migu.cn'], shortHosts: ['c.migu.cn'], origin: 'https://music.migu.cn',
    shapes: [
      ...words({ album: 'album', song: 'track', artist: 'artist', playlist: 'playlist' }, '/v{_:[0-9]}/music/{word}/{id:word}', '/v3/music/{word}/{id}'),
      shape('album', '/v{_:[0-9]}/music/digital_album/{id:word}', '/v3/music/album/{id}'),
      shape('video', '/v{_:[0-9]}/video/mv/{id:word}', '/v3/video/mv/{id}'),
      ...words({ album: 'album', song: 'track', playlist: 'playlist' }, '[/{_:word}]/v{_:[0-9]}/p/share/{word}/index.html', '/v3/music/{word}/{id}').map((made) => ({ ...made, query: { id: asId(word) } })),
    ],
  },
  {
    id: 'niconico', name: 'Niconico', kind: 'stream', action: 'Watch', colour: '#231815', territories: 'worldwide',
    hosts: ['nicovideo.jp', 'sp.nicovideo.jp', 'embed.nicovideo.jp', 'ext.nicovideo.jp', 'nico.ms'], origin: 'https://www.nicovideo.jp',
    shapes: [
      shape('video', '/{_:watch|thumb}/{id:(?:sm|nm|so)?[0-9]+}', '/watch/{id}'),
      shape('video', '/{id:(?:sm|nm|so)[0-9]+}', '/watch/{id}', { hosts: ['nico.ms'] }),
      shape('playlist', '[/user/{_:n}]/mylist/{id:n}', '/mylist/{id}'),
      shape('playlist', '[/user/{_:n}]/series/{id:n}', '/series/{id}'),
      shape('artist', '/user/{id:n}[/{_:word}]', '/user/{id}'),
    ],
  },
];
