import { shape, words, type PlatformData } from '../platform.js';
import { amazonHosts } from './countries.js';

const sevenDigital = ['7digital.com', '*.7digital.com', 'zdigital.com.au'];

const digits = /^[0-9]{1,20}$/u;
const amazon = amazonHosts('amazon');
const itunesHosts = ['itunes.apple.com', 'geo.itunes.apple.com'];
const musicHosts = ['music.apple.com', 'geo.music.apple.com'];
const opensStore = { app: { like: /^itunes$/u, required: true, drop: true } } as const;
const trackOf = { i: { like: digits, entity: 'track' } } as const;

export const stores: readonly PlatformData[] = [
  {
    id: 'itunes', name: 'iTunes Store', kind: 'store', action: 'Download', before: 'Pre-order', colour: '#FB5BC5', territories: 'worldwide',
    hosts: [...itunesHosts, ...musicHosts, 'phobos.apple.com'], shortHosts: ['itun.es', 'itunes.com'], origin: 'https://itunes.apple.com',
    // A link of either host opens the app that `app` names; without it, the one that the host is named after.
    shapes: [
      shape('album', '[/{cc}]/album[/{_}]/[id]{id:n}', '[/{cc}]/album/id{id}', { hosts: musicHosts, query: { ...opensStore, ...trackOf }, always: 'app=itunes' }),
      shape('track', '[/{cc}]/song[/{_}]/[id]{id:n}', '[/{cc}]/song/id{id}', { hosts: musicHosts, query: opensStore, always: 'app=itunes' }),
      shape('artist', '[/{cc}]/artist[/{_}]/[id]{id:n}', '[/{cc}]/artist/id{id}', { hosts: musicHosts, query: opensStore, always: 'app=itunes' }),
      shape('album', '[/{cc}]/{_:album|preorder}[/{_}]/[id]{id:n}', '[/{cc}]/album/id{id}', { hosts: itunesHosts, query: trackOf, always: 'app=itunes' }),
      // The addresses that the program itself gave out before there were web pages.
      shape('album', '/WebObjects/MZStore.woa/wa/viewAlbum', '/album/id{id}', { hosts: [...itunesHosts, 'phobos.apple.com'], query: { id: { like: digits, required: true, as: 'id' }, ...trackOf }, always: 'app=itunes' }),
      shape('artist', '/WebObjects/MZStore.woa/wa/viewArtist', '/artist/id{id}', { hosts: [...itunesHosts, 'phobos.apple.com'], query: { id: { like: digits, required: true, as: 'id' } }, always: 'app=itunes' }),
      ...words({ song: 'track', 'music-video': 'video', artist: 'artist', audiobook: 'album' }, '[/{cc}]/{word}[/{_}]/[id]{id:n}', '[/{cc}]/{word}/id{id}', { hosts: itunesHosts, always: 'app=itunes' }),
    ],
  },
  {
    id: 'amazon', name: 'Amazon', kind: 'store', action: 'Buy', before: 'Pre-order', colour: '#FF9900', territories: 'unknown',
    hosts: [...amazon, 'amzn.com', 'smile.amazon.com', 'smile.amazon.co.uk', 'smile.amazon.de', 'us.amazon.com'], shortHosts: ['amzn.to', 'amzn.eu', 'amzn.asia', 'a.co', 'amzn.in', 'amz.run'], origin: 'https://www.{host}',
    shapes: [
      shape('product', '[/-/{_:lang}][/{_}]/dp/[{_:product|tracks}/]{id:asin}[/{_:rest}]', '/dp/{id}', { idCase: 'upper' }),
      shape('product', '[/-/{_:lang}][/{_}]/gp/{_:product|product/glance/-|aw/d|offer-listing|dmusic/aw/album|r.html|switch-language}/{id:asin}[/{_:rest}]', '/dp/{id}', { idCase: 'upper' }),
      shape('product', '/gp/{_:aw/d.html|aw/d|product.html}', '/dp/{id}', { query: { a: { like: /^([A-Za-z0-9]{10})$/u, required: true, as: 'id' } }, idCase: 'upper' }),
      shape('product', '/{_:exec/obidos/ASIN|exec/obidos/tg/detail/-|o/ASIN|d|product|music/dp|asin}/{id:asin}[/{_:rest}]', '/dp/{id}', { idCase: 'upper' }),
      shape('product', '/{id:B0[0-9A-Z]{8}}', '/dp/{id}', { hosts: ['amzn.com'], origin: 'https://www.amazon.com' }),
      shape('artist', '[/-/{_:lang}][/{_}]/{kind:e|stores}/{id:rest}', '/{kind}/{id}'),
    ],
  },
  {
    id: 'beatport', name: 'Beatport', kind: 'store', action: 'Buy', before: 'Pre-order', colour: '#01FF95', territories: 'worldwide',
    hosts: ['beatport.com', 'pro.beatport.com', 'classic.beatport.com', 'sounds.beatport.com', 'dj.beatport.com', 'embed.beatport.com'], shortHosts: ['btprt.dj'], origin: 'https://www.beatport.com',
    shapes: [
      ...words({ release: 'album', track: 'track', artist: 'artist', label: 'label', chart: 'playlist', playlists: 'playlist', stem: 'track', 'stem-pack': 'album' }, '[/{_:lang}]/{word}/{name}/{id:n}[/{_:rest}]', '/{word}/{name}/{id}', { hosts: ['beatport.com', 'pro.beatport.com', 'classic.beatport.com'] }),
      ...words({ release: 'album', track: 'track', artist: 'artist', label: 'label' }, '[/{_:lang}]/{word}/{name}/{id:n}[/{_:rest}]', '/{word}/{name}/{id}', { hosts: ['sounds.beatport.com'], origin: 'https://sounds.beatport.com' }),
      ...words({ artists: 'artist', labels: 'label' }, '/{word}/{name}/{id:n}[/{_:rest}]', '/{kind}/{name}/{id}').map((made) => ({ ...made, to: `/${made.entity}/{name}/{id}`, hosts: ['dj.beatport.com'] })),
      shape('track', '/releases/{_:n}/{id:n}', '/track/-/{id}', { hosts: ['dj.beatport.com'] }),
      shape('album', '/releases/{id:n}', '/release/-/{id}', { hosts: ['dj.beatport.com'] }),
      // The name is for people: where it is missing, any stands in.
      ...words({ release: 'album', track: 'track' }, '[/{_:lang}]/{word}/{id:n}', '/{word}/-/{id}', { hosts: ['beatport.com', 'pro.beatport.com', 'classic.beatport.com'] }),
      ...words({ release: 'album', track: 'track' }, '[/{_:lang}]/html/content/{word}/detail/{id:n}[/{_:rest}]', '/{word}/-/{id}', { hosts: ['beatport.com'] }),
      shape('playlist', '[/{_:lang}]/{kind:playlists|library/playlists}/{id:n}[/{_:rest}]', '/{kind}/{id}'),
      ...words({ release: 'album', track: 'track' }, '', '/{word}/-/{id}').map((made) => ({
        ...made, hosts: ['embed.beatport.com'], query: { type: { like: new RegExp(`^${made.to.split('/')[1] ?? ''}$`, 'u'), required: true, drop: true }, id: { like: digits, required: true, as: 'id' } },
      })),
    ],
  },
  {
    id: 'traxsource', name: 'Traxsource', kind: 'store', action: 'Buy', before: 'Pre-order', colour: '#40A0FF', territories: 'worldwide',
    hosts: ['traxsource.com', 'w.traxsource.com'], origin: 'https://www.traxsource.com',
    shapes: words({ title: 'album', track: 'track', artist: 'artist', label: 'label' }, '/{word}/{id:n}[/{_:rest}]', '/{word}/{id}'),
  },
  {
    id: 'juno', name: 'Juno Download', kind: 'store', action: 'Buy', before: 'Pre-order', colour: '#F08A00', territories: 'worldwide',
    hosts: ['junodownload.com', 'juno.co.uk'], origin: 'https://www.{host}',
    shapes: [
      shape('album', '/products[/{_}]/{id:[0-9]+-[0-9]+}[.htm][/{_:rest}]', '/products/{id}/'),
      ...words({ artists: 'artist', labels: 'label' }, '/{word}/{id}[/{_:rest}]', '/{word}/{id}/'),
    ],
  },
  {
    id: 'boomkat', name: 'Boomkat', kind: 'store', action: 'Buy', before: 'Pre-order', colour: '#1A1A1A', territories: 'worldwide',
    hosts: ['boomkat.com'], origin: 'https://boomkat.com',
    shapes: words({ products: 'album', artists: 'artist', labels: 'label' }, '/{word}/{id}[/{_:word}]', '/{word}/{id}'),
  },
  {
    id: '7digital', name: '7digital', kind: 'store', action: 'Download', before: 'Pre-order', colour: '#1E88E5', territories: 'unknown',
    hosts: sevenDigital, origin: 'https://{host}',
    shapes: [
      shape('album', '/artist/{artist}/{kind:release|releases}/{id}[/{_:word}]', '/artist/{artist}/{kind}/{id}'),
      shape('album', '/artists/{artist}/{id}[/{_:word}]', '/artists/{artist}/{id}'),
      shape('artist', '/{kind:artists?}/{id}', '/{kind}/{id}'),
    ],
  },
  {
    id: 'hdtracks', name: 'HDtracks', kind: 'store', action: 'Download', before: 'Pre-order', colour: '#0F6FC6', territories: 'unknown',
    hosts: ['hdtracks.com', 'hdtracks.de', 'hdtracks.co.uk'], origin: 'https://www.hdtracks.com',
    shapes: words({ album: 'album', artist: 'artist' }, '/{word}/{id:word}', '/#/{word}/{id}'),
  },
  {
    id: 'mora', name: 'mora', kind: 'store', action: 'Download', before: 'Pre-order', colour: '#00A0E9', territories: ['JP'],
    hosts: ['mora.jp', 'touch.mora.jp'], origin: 'https://mora.jp',
    shapes: [
      shape('album', '/package/{shop:n}/{id:[A-Za-z0-9._-]+}', '/package/{shop}/{id}/', { query: { trackMaterialNo: { like: digits, entity: 'track' } } }),
      shape('track', '/track/{shop:n}/{id:[A-Za-z0-9._-]+}', '/track/{shop}/{id}/'),
      shape('artist', '/artist/{id:n}[/{_:word}]', '/artist/{id}/'),
    ],
  },
  {
    id: 'ototoy', name: 'OTOTOY', kind: 'store', action: 'Download', before: 'Pre-order', colour: '#E60012', territories: 'worldwide',
    hosts: ['ototoy.jp'], origin: 'https://ototoy.jp',
    shapes: words({ p: 'album', a: 'artist', t: 'track', l: 'label' }, '/_/default/{word}/{id:n}[/{_:rest}]', '/_/default/{word}/{id}'),
  },
  {
    id: 'recochoku', name: 'RecoChoku', kind: 'store', action: 'Download', before: 'Pre-order', colour: '#E4007F', territories: ['JP'],
    hosts: ['recochoku.jp', 's.recochoku.jp'], origin: 'https://recochoku.jp',
    shapes: words({ album: 'album', song: 'track', artist: 'artist', video: 'video' }, '/{word}/{id:word}[/{_:word}]', '/{word}/{id}/'),
  },
  {
    id: 'tower_jp', name: 'Tower Records Japan', kind: 'store', action: 'Buy', before: 'Pre-order', colour: '#E60012', territories: ['JP'],
    hosts: ['tower.jp', 'sp.tower.jp'], origin: 'https://tower.jp',
    shapes: [shape('product', '[/ec/collection]/item/[{_:word}/]{id:n}[/{_:rest}]', '/item/{id}'), shape('artist', '/artist/[{_:word}/]{id:n}[/{_:rest}]', '/artist/{id}')],
  },
  {
    id: 'cdjapan', name: 'CDJapan', kind: 'store', action: 'Buy', before: 'Pre-order', colour: '#B40A1A', territories: 'worldwide',
    hosts: ['cdjapan.co.jp'], origin: 'https://www.cdjapan.co.jp',
    shapes: [shape('product', '/product/{id:word}[/{_:rest}]', '/product/{id}', { idCase: 'upper' }), shape('artist', '/person/{id:word}', '/person/{id}')],
  },
  {
    id: 'discogs', name: 'Discogs', kind: 'store', action: 'Buy', colour: '#333333', territories: 'worldwide',
    hosts: ['discogs.com'], origin: 'https://www.discogs.com',
    shapes: [
      ...words({ release: 'album', master: 'album' }, '[/{_:lang}]/{word}[/view]/[r]{id:n}[-{_:[^/]*}][/{_:rest}]', '/{word}/{id}'),
      ...words({ release: 'album', master: 'album' }, '[/{_:lang}]/{_}/{word}/{id:n}', '/{word}/{id}'),
      shape('album', '[/{_:lang}]/sell/release/{id:n}', '/sell/release/{id}'),
      shape('product', '[/{_:lang}]/sell/item/{id:n}', '/sell/item/{id}'),
      ...words({ artist: 'artist', label: 'label' }, '[/{_:lang}]/{word}/{id:n}[-{_:[^/]*}][/{_:rest}]', '/{word}/{id}'),
      ...words({ artist: 'artist', label: 'label' }, '[/{_:lang}]/{word}/{id}', '/{word}/{id}'),
      shape('track', '[/{_:lang}]/composition/{id:uuid}[-{_}]', '/composition/{id}', { idCase: 'lower' }),
    ],
  },
  {
    id: 'bigcartel', name: 'Big Cartel', kind: 'store', action: 'Buy', before: 'Pre-order', colour: '#222222', territories: 'worldwide',
    hosts: ['*.bigcartel.com', 'bigcartel.com'], origin: 'https://{host}',
    shapes: [shape('product', '/product/{id}', '/product/{id}', { hosts: ['*.bigcartel.com'] }), shape('artist', '[/{_}]', '/', { hosts: ['*.bigcartel.com'] })],
  },
  // Any shop of the artist's own; nothing can tell it from its address, so it is only ever chosen by hand.
  { id: 'official_store', name: 'Official store', kind: 'store', action: 'Buy', before: 'Pre-order', colour: '#191714', territories: 'worldwide', hosts: [], origin: '', shapes: [] },
];
