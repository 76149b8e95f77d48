import { shape, words, type PlatformData } from '../platform.js';
import { amazonHosts } from './countries.js';

const digits = /^[0-9]{1,20}$/u;
const feedUrl = /^https?:\/\/[^\s<>"]{4,1500}$/u;
const music = amazonHosts('music.amazon');

export const podcast: readonly PlatformData[] = [
  {
    id: 'apple_podcasts', name: 'Apple Podcasts', kind: 'podcast', action: 'Listen', colour: '#9933CC',
    hosts: ['podcasts.apple.com', 'geo.podcasts.apple.com', 'itunes.apple.com', 'embed.podcasts.apple.com'], origin: 'https://podcasts.apple.com',
    shapes: [
      shape('show', '[/{cc}]/podcast[/{_}]/id{id:n}', '[/{cc}]/podcast/id{id}', { query: { i: { like: digits, entity: 'episode' } } }),
      shape('label', '[/{cc}]/channel[/{_}]/id{id:n}', '[/{cc}]/channel/id{id}'),
    ],
    apps: [{ from: /^https:\/\/(podcasts\.apple\.com\/.+)$/u, to: 'podcasts://$1' }],
  },
  {
    id: 'spotify_podcast', name: 'Spotify', kind: 'podcast', action: 'Listen', colour: '#1ED760',
    hosts: ['open.spotify.com', 'play.spotify.com', 'embed.spotify.com'], origin: 'https://open.spotify.com',
    shapes: words({ show: 'show', episode: 'episode' }, '[/intl-{_:lang}][/{_:embed|embed-podcast}]/{word}/{id:b62}[/{_:word}]', '/{word}/{id}'),
    apps: [{ from: /^https:\/\/open\.spotify\.com\/(show|episode)\/(\w+)$/u, to: 'spotify:$1:$2' }],
  },
  // The address of a podcast on YouTube is that of any video or playlist, so it is only ever chosen by hand.
  { id: 'youtube_podcast', name: 'YouTube', kind: 'podcast', action: 'Watch', colour: '#FF0000', hosts: [], origin: '', shapes: [] },
  {
    id: 'overcast', name: 'Overcast', kind: 'podcast', action: 'Listen', colour: '#FC7E0F',
    hosts: ['overcast.fm'], origin: 'https://overcast.fm',
    shapes: [
      shape('show', '/itunes{id:n}[/{_}]', '/itunes{id}'),
      shape('show', '/p{id:n}[-{_}]', '/p{id}'),
      shape('episode', '/+{id:word}[/{_}]', '/+{id}'),
    ],
  },
  {
    id: 'pocket_casts', name: 'Pocket Casts', kind: 'podcast', action: 'Listen', colour: '#F43E37',
    hosts: ['pca.st', 'pocketcasts.com', 'play.pocketcasts.com'], origin: 'https://pca.st',
    shapes: [
      shape('show', '/itunes/{id:n}', '/itunes/{id}'),
      shape('show', '/podcast/{id:uuid}', '/podcast/{id}', { idCase: 'lower' }),
      shape('episode', '/episode/{id:uuid}', '/episode/{id}', { idCase: 'lower' }),
      shape('episode', '/podcast[s]/{_}/{_}/{_}/{id:uuid}', '/episode/{id}', { idCase: 'lower' }),
      shape('episode', '/podcast[s]/{_:uuid}/{id:uuid}', '/episode/{id}', { idCase: 'lower' }),
      shape('show', '/podcast[s][/{_}]/{id:uuid}', '/podcast/{id}', { idCase: 'lower' }),
      shape('show', '/{id:[A-Za-z0-9_-]{2,16}}', '/{id}', { hosts: ['pca.st'] }),
    ],
  },
  {
    id: 'castbox', name: 'Castbox', kind: 'podcast', action: 'Listen', colour: '#F55B23',
    hosts: ['castbox.fm'], origin: 'https://castbox.fm',
    shapes: [
      shape('episode', '/episode/{id:(?:[^/]*-)?id[0-9]+-id[0-9]+}', '/episode/{id}'),
      shape('show', '/channel/{id:(?:[^/]*-)?id[0-9]+}', '/channel/{id}'),
      shape('show', '/{kind:va|vc|ch}/{id:n}', '/{kind}/{id}'),
      shape('episode', '/vb/{id:n}', '/vb/{id}'),
    ],
  },
  {
    id: 'podcast_addict', name: 'Podcast Addict', kind: 'podcast', action: 'Listen', colour: '#F4842D',
    hosts: ['podcastaddict.com'], origin: 'https://podcastaddict.com',
    shapes: [
      shape('episode', '/{name}/episode/{id:n}', '/{name}/episode/{id}'),
      shape('episode', '/episode/{id:rest}', '/episode/{id}'),
      shape('show', '/podcast/{name}/{id:n}', '/podcast/{name}/{id}'),
      shape('show', '/podcast/{id:n}', '/podcast/{id}'),
    ],
  },
  {
    id: 'castro', name: 'Castro', kind: 'podcast', action: 'Listen', colour: '#00B265',
    hosts: ['castro.fm'], origin: 'https://castro.fm',
    shapes: [shape('show', '/itunes/{id:n}[/{_:rest}]', '/itunes/{id}'), ...words({ podcast: 'show', episode: 'episode' }, '/{word}/{id:word}', '/{word}/{id}')],
  },
  {
    id: 'player_fm', name: 'Player FM', kind: 'podcast', action: 'Listen', colour: '#C8122A',
    hosts: ['player.fm'], origin: 'https://player.fm',
    shapes: [shape('episode', '/series/{show}/{id}', '/series/{show}/{id}'), shape('show', '/series/{id}', '/series/{id}')],
  },
  {
    id: 'podchaser', name: 'Podchaser', kind: 'podcast', action: 'Listen', colour: '#03A9F4',
    hosts: ['podchaser.com'], origin: 'https://www.podchaser.com',
    shapes: [
      shape('episode', '/podcasts/{show}/episodes/{id:[^/]+-[0-9]+}', '/podcasts/{show}/episodes/{id}'),
      shape('show', '/podcasts/{id:[^/]+-[0-9]+}[/{_:word}]', '/podcasts/{id}'),
    ],
  },
  {
    id: 'goodpods', name: 'Goodpods', kind: 'podcast', action: 'Listen', colour: '#F5C518',
    hosts: ['goodpods.com'], shortHosts: ['goodpods.app.link'], origin: 'https://goodpods.com',
    shapes: [
      shape('episode', '/podcasts/{show:[^/]+-[0-9]+}/{id:[^/]+-[0-9]+}', '/podcasts/{show}/{id}'),
      shape('show', '/podcasts/{id:[^/]+-[0-9]+}', '/podcasts/{id}'),
    ],
  },
  {
    id: 'antennapod', name: 'AntennaPod', kind: 'podcast', action: 'Subscribe', colour: '#364FF3',
    hosts: ['antennapod.org'], origin: 'https://antennapod.org',
    shapes: [shape('show', '/deeplink/subscribe', '/deeplink/subscribe', { query: { url: { like: feedUrl, required: true } } })],
  },
  {
    id: 'fountain', name: 'Fountain', kind: 'podcast', action: 'Listen', colour: '#1C1C1E',
    hosts: ['fountain.fm'], origin: 'https://fountain.fm',
    shapes: words({ show: 'show', episode: 'episode', track: 'track', album: 'album', artist: 'artist' }, '/{word}/{id:word}', '/{word}/{id}'),
  },
  {
    id: 'podcast_index', name: 'Podcast Index', kind: 'podcast', action: 'Listen', colour: '#F90000',
    hosts: ['podcastindex.org'], origin: 'https://podcastindex.org',
    shapes: [shape('show', '/podcast/{id:n}', '/podcast/{id}', { query: { episode: { like: digits, entity: 'episode' } } })],
  },
  {
    id: 'amazon_podcast', name: 'Amazon Music', kind: 'podcast', action: 'Listen', colour: '#25D1DA',
    hosts: music, origin: 'https://{host}',
    shapes: [
      shape('episode', '/podcasts/{show:uuid}/episodes/{id:uuid}[/{_}]', '/podcasts/{show}/episodes/{id}', { idCase: 'lower' }),
      shape('show', '/podcasts/{id:uuid}[/{_}]', '/podcasts/{id}', { idCase: 'lower' }),
    ],
  },
  {
    id: 'audible', name: 'Audible', kind: 'podcast', action: 'Listen', colour: '#F8991C',
    hosts: amazonHosts('audible'), origin: 'https://www.{host}',
    shapes: [
      shape('show', '/podcast[/{_}]/{id:asin}', '/podcast/{id}', { idCase: 'upper' }),
      shape('show', '/pd[/{_}]/{id:asin}', '/pd/{id}', { idCase: 'upper' }),
      shape('episode', '/{_:ep|episode}[/{_}]/{id:asin}', '/ep/{id}', { idCase: 'upper' }),
    ],
  },
  {
    id: 'deezer_show', name: 'Deezer', kind: 'podcast', action: 'Listen', colour: '#A238FF',
    hosts: ['deezer.com'], origin: 'https://www.deezer.com',
    shapes: words({ show: 'show', episode: 'episode' }, '[/{_:lang}]/{word}/{id:n}', '/{word}/{id}'),
    apps: [{ from: /^https:\/\/(www\.deezer\.com\/(?:show|episode)\/\d+)$/u, to: 'deezer://$1' }],
  },
  {
    id: 'acast', name: 'Acast', kind: 'podcast', action: 'Listen', colour: '#0A0A0A',
    hosts: ['shows.acast.com', 'play.acast.com', 'embed.acast.com'], origin: 'https://shows.acast.com',
    shapes: [
      shape('episode', '/{show}/episodes/{id}', '/{show}/episodes/{id}', { hosts: ['shows.acast.com'] }),
      shape('episode', '/s/{show}/{id}', '/{show}/episodes/{id}', { hosts: ['play.acast.com'] }),
      shape('show', '/s/{id}', '/{id}', { hosts: ['play.acast.com'] }),
      shape('episode', '/{show}/{id:(?!(?:episodes|about)$)[^/]+}', '/{show}/episodes/{id}', { hosts: ['embed.acast.com', 'shows.acast.com'] }),
      shape('show', '/{id}[/{_:episodes|about}]', '/{id}'),
    ],
  },
  {
    id: 'spreaker', name: 'Spreaker', kind: 'podcast', action: 'Listen', colour: '#F5C300',
    hosts: ['spreaker.com'], shortHosts: ['spr.kr'], origin: 'https://www.spreaker.com',
    shapes: [
      ...words({ podcast: 'show', show: 'show', episode: 'episode' }, '/{word}/{id}', '/{word}/{id}'),
      shape('episode', '/{kind:user}/{user}/{id}', '/{kind}/{user}/{id}'),
      shape('artist', '/user/{id}', '/user/{id}'),
    ],
  },
  {
    id: 'podbay', name: 'Podbay', kind: 'podcast', action: 'Listen', colour: '#2D9CDB',
    hosts: ['podbay.fm'], origin: 'https://podbay.fm',
    shapes: [
      shape('episode', '/{kind:p|podcast}/{show}/e/{id:n}', '/{kind}/{show}/e/{id}'),
      shape('show', '/{kind:p|podcast}/{id}', '/{kind}/{id}'),
    ],
  },
  // A feed lives on any host; `feed-address.ts` tells it by the look of its address.
  { id: 'rss', name: 'RSS feed', kind: 'podcast', action: 'Subscribe', colour: '#FFA500', hosts: [], origin: '', shapes: [] },
];
