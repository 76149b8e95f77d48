import { shape, words, type PlatformData } from '../platform.js';
import { amazonHosts } from './countries.js';

const digits = /^[0-9]{1,20}$/u;
const amazon = amazonHosts('amazon');
const itunesHosts = ['itunes.apple.com', 'geo.itunes.apple.com'];
const musicHosts = ['music.apple.com', 'geo.music.apple.com'];
const opensStore = { app: { like: /^itunes$/u, required: true, drop: true } } as const;
const trackOf = { i: { like: digits, entity: 'track' } } as const;

export const stores: readonly PlatformData[] = [
  {
    id: 'itunes', name: 'iTunes Store', kind: 'store', action: 'Download', colour: '#FB5BC5',
    hosts: [...itunesHosts, ...musicHosts], shortHosts: ['itun.es'], origin: 'https://itunes.apple.com',
    // A link of either host opens the app that `app` names; without it, the one that the host is named after.
    shapes: [
      shape('album', '[/{cc}]/album[/{_}]/[id]{id:n}', '[/{cc}]/album/id{id}', { hosts: musicHosts, query: { ...opensStore, ...trackOf }, always: 'app=itunes' }),
      shape('track', '[/{cc}]/song[/{_}]/[id]{id:n}', '[/{cc}]/song/id{id}', { hosts: musicHosts, query: opensStore, always: 'app=itunes' }),
      shape('artist', '[/{cc}]/artist[/{_}]/[id]{id:n}', '[/{cc}]/artist/id{id}', { hosts: musicHosts, query: opensStore, always: 'app=itunes' }),
      shape('album', '[/{cc}]/album[/{_}]/[id]{id:n}', '[/{cc}]/album/id{id}', { hosts: itunesHosts, query: trackOf, always: 'app=itunes' }),
      ...words({ song: 'track', 'music-video': 'video', artist: 'artist' }, '[/{cc}]/{word}[/{_}]/[id]{id:n}', '[/{cc}]/{word}/id{id}', { hosts: itunesHosts, always: 'app=itunes' }),
    ],
  },
  {
    id: 'amazon', name: 'Amazon', kind: 'store', action: 'Buy', colour: '#FF9900',
    hosts: amazon, shortHosts: ['amzn.to', 'amzn.eu', 'amzn.asia', 'a.co', 'amzn.com'], origin: 'https://www.{host}',
    shapes: [
      shape('product', '[/-/{_:lang}][/{_}]/dp/{id:asin}[/{_:rest}]', '/dp/{id}', { idCase: 'upper' }),
      shape('product', '[/-/{_:lang}]/gp/{_:product|aw/d|offer-listing}/{id:asin}[/{_:rest}]', '/dp/{id}', { idCase: 'upper' }),
      shape('product', '/{_:exec/obidos/ASIN|exec/obidos/tg/detail/-|o/ASIN|d|product}/{id:asin}[/{_:rest}]', '/dp/{id}', { idCase: 'upper' }),
      shape('artist', '[/-/{_:lang}][/{_}]/{kind:e|stores}/{id:rest}', '/{kind}/{id}'),
    ],
  },
  {
    id: 'beatport', name: 'Beatport', kind: 'store', action: 'Buy', colour: '#01FF95',
    hosts: ['beatport.com', 'pro.beatport.com', 'classic.beatport.com'], shortHosts: ['btprt.dj'], origin: 'https://www.beatport.com',
    shapes: words({ release: 'album', track: 'track', artist: 'artist', label: 'label', chart: 'playlist', playlists: 'playlist' }, '[/{_:cc}]/{word}/{name}/{id:n}[/{_:word}]', '/{word}/{name}/{id}'),
  },
  {
    id: 'traxsource', name: 'Traxsource', kind: 'store', action: 'Buy', colour: '#40A0FF',
    hosts: ['traxsource.com'], origin: 'https://www.traxsource.com',
    shapes: words({ title: 'album', track: 'track', artist: 'artist', label: 'label' }, '/{word}/{id:n}[/{name}]', '/{word}/{id}[/{name}]'),
  },
  {
    id: 'juno', name: 'Juno Download', kind: 'store', action: 'Buy', colour: '#F08A00',
    hosts: ['junodownload.com', 'juno.co.uk'], origin: 'https://www.{host}',
    shapes: [
      shape('album', '/products/{name}/{id:[0-9]+-[0-9]+}', '/products/{name}/{id}/'),
      shape('album', '/products/{id:[0-9]+-[0-9]+}', '/products/{id}/'),
      ...words({ artists: 'artist', labels: 'label' }, '/{word}/{id}[/{_:rest}]', '/{word}/{id}/'),
    ],
  },
  {
    id: 'boomkat', name: 'Boomkat', kind: 'store', action: 'Buy', colour: '#1A1A1A',
    hosts: ['boomkat.com'], origin: 'https://boomkat.com',
    shapes: words({ products: 'album', artists: 'artist', labels: 'label' }, '/{word}/{id}', '/{word}/{id}'),
  },
  {
    id: '7digital', name: '7digital', kind: 'store', action: 'Download', colour: '#1E88E5',
    hosts: ['7digital.com', '*.7digital.com', 'zdigital.com.au'], origin: 'https://{host}',
    shapes: [
      shape('album', '/artist/{artist}/{kind:release|releases}/{id}', '/artist/{artist}/{kind}/{id}'),
      shape('album', '/artists/{artist}/{id}', '/artists/{artist}/{id}'),
      shape('artist', '/{kind:artists?}/{id}', '/{kind}/{id}'),
    ],
  },
  {
    id: 'hdtracks', name: 'HDtracks', kind: 'store', action: 'Download', colour: '#0F6FC6', hashRoutes: true,
    hosts: ['hdtracks.com'], origin: 'https://www.hdtracks.com',
    shapes: words({ album: 'album', artist: 'artist' }, '/{word}/{id:word}', '/#/{word}/{id}'),
  },
  {
    id: 'mora', name: 'mora', kind: 'store', action: 'Download', colour: '#00A0E9', countries: ['JP'],
    hosts: ['mora.jp'], origin: 'https://mora.jp',
    shapes: [
      shape('album', '/package/{shop:n}/{id:[A-Za-z0-9._-]+}', '/package/{shop}/{id}/', { query: { trackMaterialNo: { like: digits, entity: 'track' } } }),
      shape('artist', '/artist/{id:n}[/{_:word}]', '/artist/{id}/'),
    ],
  },
  {
    id: 'ototoy', name: 'OTOTOY', kind: 'store', action: 'Download', colour: '#E60012', countries: ['JP'],
    hosts: ['ototoy.jp'], origin: 'https://ototoy.jp',
    shapes: words({ p: 'album', a: 'artist' }, '/_/default/{word}/{id:n}', '/_/default/{word}/{id}'),
  },
  {
    id: 'recochoku', name: 'RecoChoku', kind: 'store', action: 'Download', colour: '#E4007F', countries: ['JP'],
    hosts: ['recochoku.jp'], origin: 'https://recochoku.jp',
    shapes: words({ album: 'album', song: 'track', artist: 'artist', video: 'video' }, '/{word}/{id:word}[/{_:word}]', '/{word}/{id}/'),
  },
  {
    id: 'tower_jp', name: 'Tower Records Japan', kind: 'store', action: 'Buy', colour: '#E60012', countries: ['JP'],
    hosts: ['tower.jp'], origin: 'https://tower.jp',
    shapes: [shape('product', '/item/{id:n}[/{_:rest}]', '/item/{id}'), shape('artist', '/artist/{id:n}[/{_:rest}]', '/artist/{id}')],
  },
  {
    id: 'cdjapan', name: 'CDJapan', kind: 'store', action: 'Buy', colour: '#B40A1A',
    hosts: ['cdjapan.co.jp'], origin: 'https://www.cdjapan.co.jp',
    shapes: [shape('product', '/product/{id:word}', '/product/{id}', { idCase: 'upper' }), shape('artist', '/person/{id:word}', '/person/{id}')],
  },
  {
    id: 'discogs', name: 'Discogs', kind: 'store', action: 'Buy', colour: '#333333',
    hosts: ['discogs.com'], origin: 'https://www.discogs.com',
    shapes: [
      ...words({ release: 'album', master: 'album' }, '[/{_:lang}]/{word}/{id:n}[-{_}]', '/{word}/{id}'),
      ...words({ release: 'album', master: 'album' }, '[/{_:lang}]/{_}/{word}/{id:n}', '/{word}/{id}'),
      shape('album', '[/{_:lang}]/sell/release/{id:n}', '/sell/release/{id}'),
      ...words({ artist: 'artist', label: 'label' }, '[/{_:lang}]/{word}/{id:n}[-{_}]', '/{word}/{id}'),
    ],
  },
  {
    id: 'bigcartel', name: 'Big Cartel', kind: 'store', action: 'Buy', colour: '#222222',
    hosts: ['*.bigcartel.com', 'bigcartel.com'], origin: 'https://{host}',
    shapes: [shape('product', '/product/{id}', '/product/{id}', { hosts: ['*.bigcartel.com'] }), shape('artist', '[/{_:products|about|contact}]', '/', { hosts: ['*.bigcartel.com'] })],
  },
  // Any shop of the artist's own; nothing can tell it from its address, so it is only ever chosen by hand.
  { id: 'official_store', name: 'Official store', kind: 'store', action: 'Buy', colour: '#191714', hosts: [], origin: '', shapes: [] },
];
