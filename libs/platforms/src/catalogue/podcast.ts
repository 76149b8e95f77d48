import { shape, words, type PlatformData } from '../platform.js';
import { amazonHosts } from './countries.js';

const digits = /^[0-9]{1,20}$/u;
const feedUrl = /^https?:\/\/[^\s<>"]{4,1500}$/u;
const acastPages = 'about|advertise|advertisers|blog|browse|careers|company|contact|creators|de|discover|en|fr|help|login|pricing|podcasters|press|privacy|publishers|s|search|support|terms';
const music = amazonHosts('music.amazon');

export const podcast: readonly PlatformData[] = [
  {
    id: 'apple_podcasts', name: 'Apple Podcasts', kind: 'podcast', action: 'Listen', colour: '#9933CC', territories: 'worldwide', universal: true,
    hosts: ['podcasts.apple.com', 'geo.podcasts.apple.com', 'itunes.apple.com', 'embed.podcasts.apple.com', 'pcr.apple.com', 'geo.itunes.apple.com'], origin: 'https://podcasts.apple.com',
    shapes: [
      shape('show', '[/{cc}]/podcast[/{_}]/[id]{id:n}', '[/{cc}]/podcast/id{id}', { query: { i: { like: digits, entity: 'episode' } } }),
      shape('show', '/WebObjects/MZStore.woa/wa/viewPodcast', '/podcast/id{id}', { query: { id: { like: /^([0-9]{1,20})$/u, required: true, as: 'id' }, i: { like: digits, entity: 'episode' } } }),
      shape('show', '/id{id:n}', '/podcast/id{id}', { hosts: ['pcr.apple.com'] }),
      shape('label', '[/{cc}]/channel[/{_}]/[id]{id:n}', '[/{cc}]/channel/id{id}'),
      shape('label', '[/{cc}]/{_:artist|author}[/{_}]/[id]{id:n}', '[/{cc}]/artist/id{id}', { hosts: ['podcasts.apple.com'] }),
    ],
    apps: [{ from: /^https:\/\/(podcasts\.apple\.com\/.+)$/u, to: 'podcasts://$1' }],
  },
  {
    id: 'spotify_podcast', name: 'Spotify', kind: 'podcast', action: 'Listen', colour: '#1ED760', territories: 'worldwide', universal: true,
    hosts: ['open.spotify.com', 'play.spotify.com', 'embed.spotify.com'], origin: 'https://open.spotify.com',
    shapes: [
      ...words({ show: 'show', episode: 'episode' }, '[/intl-{_:lang}][/{_:embed|embed-podcast}]/{word}/{id:b62}[/{_:rest}]', '/{word}/{id}'),
      ...words({ show: 'show', episode: 'episode' }, '[/{_:embed|embed-podcast}]', '/{word}/{id}').map((made) => ({
        ...made, query: { uri: { like: new RegExp(`^spotify:${made.entity}:([A-Za-z0-9]{22})$`, 'u'), required: true, as: 'id' } },
      })),
    ],
    apps: [{ from: /^https:\/\/open\.spotify\.com\/(show|episode)\/(\w+)$/u, to: 'spotify:$1:$2' }],
  },
  // The address of a podcast on YouTube is that of any video or playlist, so it is only ever chosen by hand.
  { id: 'youtube_podcast', name: 'YouTube', kind: 'podcast', action: 'Watch', colour: '#FF0000', territories: 'worldwide', universal: true, hosts: [], origin: '', shapes: [] },
  {
    id: 'overcast', name: 'Overcast', kind: 'podcast', action: 'Listen', colour: '#FC7E0F', territories: 'worldwide', universal: true,
    hosts: ['overcast.fm'], origin: 'https://overcast.fm',
    shapes: [
      shape('show', '/itunes{id:n}[/{_}]', '/itunes{id}'),
      shape('show', '/p{id:n}[-{_}][/{_}]', '/p{id}'),
      shape('episode', '/+{id:[A-Za-z0-9_/-]*[A-Za-z0-9_-]}[/{_:[0-9]+:[0-9:]+}]', '/+{id}'),
    ],
  },
  {
    id: 'pocket_casts', name: 'Pocket Casts', kind: 'podcast', action: 'Listen', colour: '#F43E37', territories: 'worldwide', universal: true,
    hosts: ['pca.st', 'pocketcasts.com', 'play.pocketcasts.com', 'playbeta.pocketcasts.com', 'share.pocketcasts.com'], origin: 'https://pca.st',
    shapes: [
      shape('show', '/itunes/{id:n}[/{_:rest}]', '/itunes/{id}'),
      shape('episode', '/episode/{id:uuid}[/{_:rest}]', '/episode/{id}', { idCase: 'lower' }),
      shape('episode', '[/{_:web|discover}]/podcast[s]/{_}/{_}/{_}/{id:uuid}', '/episode/{id}', { idCase: 'lower' }),
      shape('episode', '[/{_:web|discover}]/podcast[s]/{_:uuid}/{id:uuid}', '/episode/{id}', { idCase: 'lower' }),
      shape('show', '[/{_:web|discover}]/podcast[s][/{_}]/{id:uuid}', '/podcast/{id}', { idCase: 'lower' }),
      shape('show', '/{id:[A-Za-z0-9_-]{2,16}}', '/{id}', { hosts: ['pca.st'] }),
    ],
    apps: [{ from: /^https:\/\/pca\.st\/((?:podcast|episode)\/[0-9a-f-]+)$/u, to: 'pktc://$1' }],
  },
  {
    id: 'castbox', name: 'Castbox', kind: 'podcast', action: 'Listen', colour: '#F55B23', territories: 'worldwide', universal: true,
    hosts: ['castbox.fm'], origin: 'https://castbox.fm',
    shapes: [
      shape('episode', '[/app/castbox]/{_:episode|player}/[{_}-]id{show:n}-id{id:n}[/{_:rest}]', '/episode/id{show}-id{id}'),
      shape('episode', '/app/castbox/player/id{show:n}/id{id:n}[/{_:rest}]', '/episode/id{show}-id{id}'),
      shape('show', '[/app/castbox]/{_:channel|player}/[{_}-]id{id:n}[/{_:rest}]', '/channel/id{id}'),
      shape('show', '/{kind:va|vc|ch}/{id:n}', '/{kind}/{id}'),
      shape('episode', '/{kind:vb|x|ep}/{id:word}', '/{kind}/{id}'),
    ],
  },
  {
    id: 'podcast_addict', name: 'Podcast Addict', kind: 'podcast', action: 'Listen', colour: '#F4842D', territories: 'worldwide', universal: true,
    hosts: ['podcastaddict.com'], origin: 'https://podcastaddict.com',
    shapes: [
      shape('episode', '/{name}/episode/{id:n}', '/{name}/episode/{id}'),
      shape('episode', '/episode/{id:rest}', '/episode/{id}'),
      // The number is what counts; the name before it came later.
      shape('show', '/podcast[/{_}]/{id:n}', '/podcast/{id}'),
      shape('show', '/{_:rest}', '/podcast/{id}', { query: { podcastId: { like: /^([0-9]{1,20})$/u, required: true, as: 'id' } } }),
    ],
  },
  {
    id: 'castro', name: 'Castro', kind: 'podcast', action: 'Listen', colour: '#00B265', territories: 'worldwide', universal: true,
    hosts: ['castro.fm', 'castro.app'], origin: 'https://castro.fm',
    shapes: [shape('show', '/itunes/{id:n}[/{_:rest}]', '/itunes/{id}'), ...words({ podcast: 'show', episode: 'episode' }, '/{word}/{id:word}', '/{word}/{id}')],
  },
  {
    id: 'player_fm', name: 'Player FM', kind: 'podcast', action: 'Listen', colour: '#C8122A', territories: 'worldwide',
    hosts: ['player.fm', '*.player.fm'], origin: 'https://player.fm',
    shapes: [
      shape('episode', '/series/{show}/{id:(?!(?:episodes|all|fans|similar)$)[^/]+}', '/series/{show}/{id}'),
      shape('episode', '/series/{show}/episodes/{id}', '/series/{show}/{id}'),
      shape('show', '/series/{id}[/{_:episodes|all|fans|similar}]', '/series/{id}'),
      shape('show', '/podcasts/{id:[^/]+-[0-9]+}', '/podcasts/{id}'),
    ],
  },
  {
    id: 'podchaser', name: 'Podchaser', kind: 'podcast', action: 'Listen', colour: '#03A9F4', territories: 'worldwide',
    hosts: ['podchaser.com', 'm.podchaser.com', 'app.podchaser.com'], origin: 'https://www.podchaser.com',
    shapes: [
      shape('episode', '/podcasts/{show}/episodes/{id:(?:[^/]+-)?[0-9]+}[/{_:word}]', '/podcasts/{show}/episodes/{id}'),
      shape('show', '/podcasts/{id:(?:[^/]+-)?[0-9]+}[/{_:word}]', '/podcasts/{id}'),
      shape('artist', '/creators/{id}[/{_:word}]', '/creators/{id}'),
    ],
  },
  {
    id: 'goodpods', name: 'Goodpods', kind: 'podcast', action: 'Listen', colour: '#F5C518', territories: 'worldwide', universal: true,
    hosts: ['goodpods.com'], shortHosts: ['goodpods.app.link'], origin: 'https://goodpods.com',
    shapes: [
      shape('episode', '/podcasts/{show:[^/]+-[0-9]+}/{id:[^/]+-[0-9]+}', '/podcasts/{show}/{id}'),
      shape('show', '/podcasts/{id:[^/]+-[0-9]+}', '/podcasts/{id}'),
      shape('show', '/podcast/{id:[^/]+-[0-9]+}', '/podcasts/{id}'),
    ],
  },
  {
    id: 'antennapod', name: 'AntennaPod', kind: 'podcast', action: 'Subscribe', colour: '#364FF3', territories: 'worldwide', universal: true,
    hosts: ['antennapod.org'], origin: 'https://antennapod.org',
    shapes: [shape('show', '/deeplink/subscribe[.html]', '/deeplink/subscribe', { query: { url: { like: feedUrl, required: true } } })],
  },
  {
    id: 'fountain', name: 'Fountain', kind: 'podcast', action: 'Listen', colour: '#1C1C1E', territories: 'worldwide', universal: true,
    hosts: ['fountain.fm'], origin: 'https://fountain.fm',
    shapes: words({ show: 'show', episode: 'episode', track: 'track', album: 'album', artist: 'artist' }, '/{word}/{id:word}[/{_:rest}]', '/{word}/{id}'),
  },
  {
    id: 'podcast_index', name: 'Podcast Index', kind: 'podcast', action: 'Listen', colour: '#F90000', territories: 'worldwide',
    hosts: ['podcastindex.org'], origin: 'https://podcastindex.org',
    shapes: [shape('show', '/podcast/{id:n}', '/podcast/{id}', { query: { episode: { like: digits, entity: 'episode' } } })],
  },
  {
    id: 'amazon_podcast', name: 'Amazon Music', kind: 'podcast', action: 'Listen', colour: '#25D1DA', territories: 'unknown', universal: true,
    hosts: music, origin: 'https://{host}',
    shapes: [
      shape('episode', '[/{_:lang}]/podcasts/{show:uuid}/episodes/{id:uuid}[/{_:rest}]', '/podcasts/{show}/episodes/{id}', { idCase: 'lower', lower: ['show'] }),
      shape('show', '[/{_:lang}]/podcasts/{id:uuid}[/{_}]', '/podcasts/{id}', { idCase: 'lower' }),
      shape('show', '/podcasts/{id:asin}[/{_}]', '/podcasts/{id}', { idCase: 'upper' }),
    ],
  },
  {
    id: 'audible', name: 'Audible', kind: 'podcast', action: 'Listen', colour: '#F8991C', territories: 'unknown', universal: true,
    hosts: amazonHosts('audible'), origin: 'https://www.{host}',
    shapes: [
      shape('show', '[/{_:lang}]/{_:podcast|podcasts|series}[/{_}]/{id:asin}[/{_:rest}]', '/podcast/{id}', { idCase: 'upper' }),
      shape('show', '[/{_:lang}]/pd[/{_:[^/]+}][/{_:[^/]+}]/{id:asin}[/ref={_}]', '/pd/{id}', { idCase: 'upper' }),
      shape('episode', '[/{_:lang}]/{_:ep|episode|podcast-episode}[/{_}]/{id:asin}[/{_:rest}]', '/ep/{id}', { idCase: 'upper' }),
    ],
  },
  {
    id: 'deezer_show', name: 'Deezer', kind: 'podcast', action: 'Listen', colour: '#A238FF', territories: 'worldwide', universal: true,
    hosts: ['deezer.com'], origin: 'https://www.deezer.com',
    shapes: words({ show: 'show', episode: 'episode' }, '[/{_:lang}]/{word}/{id:n}[/{_:rest}]', '/{word}/{id}'),
    apps: [{ from: /^https:\/\/(www\.deezer\.com\/(?:show|episode)\/\d+)$/u, to: 'deezer://$1' }],
  },
  {
    id: 'acast', name: 'Acast', kind: 'podcast', action: 'Listen', colour: '#0A0A0A', territories: 'worldwide',
    hosts: ['shows.acast.com', 'play.acast.com', 'embed.acast.com', 'acast.com', 'open.acast.com'], origin: 'https://shows.acast.com',
    shapes: [
      shape('episode', '/{show}/episodes/{id}', '/{show}/episodes/{id}', { hosts: ['shows.acast.com'] }),
      shape('episode', '/s/{show}/{id}', '/{show}/episodes/{id}', { hosts: ['play.acast.com', 'acast.com'] }),
      shape('show', '/s/{id}', '/{id}', { hosts: ['play.acast.com', 'acast.com'] }),
      shape('show', '/{kind:shows|networks|podcast}/{id:word}', '/{kind}/{id}', { hosts: ['open.acast.com', 'play.acast.com'], origin: 'https://{host}' }),
      shape('episode', '[/$]/{show}/{id:(?!(?:episodes|about)$)[^/]+}', '/{show}/episodes/{id}', { hosts: ['embed.acast.com', 'shows.acast.com'] }),
      shape('episode', `/{show:(?!(?:${acastPages})/)[^/]+}/{id}`, '/{show}/episodes/{id}', { hosts: ['acast.com'] }),
      shape('show', '[/$]/{id}[/{_:episodes|about}]', '/{id}', { hosts: ['shows.acast.com', 'embed.acast.com'] }),
      shape('show', `/{id:(?!(?:${acastPages})$)[^/]+}`, '/{id}', { hosts: ['acast.com'] }),
    ],
  },
  {
    id: 'spreaker', name: 'Spreaker', kind: 'podcast', action: 'Listen', colour: '#F5C300', territories: 'worldwide', universal: true,
    hosts: ['spreaker.com', 'widget.spreaker.com'], shortHosts: ['spr.kr', 'spreaker.page.link'], origin: 'https://www.spreaker.com',
    shapes: [
      shape('episode', '/player', '/episode/{id}', { hosts: ['widget.spreaker.com'], query: { episode_id: { like: /^([0-9]{1,20})$/u, required: true, as: 'id' } } }),
      shape('show', '/player', '/show/{id}', { hosts: ['widget.spreaker.com'], query: { show_id: { like: /^([0-9]{1,20})$/u, required: true, as: 'id' } } }),
      ...words({ podcast: 'show', show: 'show', episode: 'episode' }, '/{word}/{id}', '/{word}/{id}'),
      shape('episode', '/{kind:user}/{user}/{id}', '/{kind}/{user}/{id}'),
      shape('artist', '/user/{id}', '/user/{id}'),
    ],
  },
  {
    id: 'podbay', name: 'Podbay', kind: 'podcast', action: 'Listen', colour: '#2D9CDB', territories: 'worldwide',
    hosts: ['podbay.fm'], origin: 'https://podbay.fm',
    shapes: [
      shape('episode', '/{kind:p|podcast}/{show}/e/{id:n}[/{_:rest}]', '/{kind}/{show}/e/{id}'),
      shape('show', '/{kind:p|podcast}/{id}', '/{kind}/{id}'),
    ],
  },
  // A feed lives on any host; `feed-address.ts` tells it by the look of its address.
  { id: 'rss', name: 'RSS feed', kind: 'podcast', action: 'Subscribe', colour: '#FFA500', territories: 'worldwide', hosts: [], origin: '', shapes: [] },
];
