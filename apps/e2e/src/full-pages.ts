import { socialNetworks } from '@lynkify/domain';

/** One release on 25 platforms, in addresses of the shapes that people paste. */
export const links25 = [
  'https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N?si=2ZJdsZzsSQufftITqowCpg',
  'https://music.apple.com/us/album/nightmare-escape-the-era-ep/1728639278?uo=4',
  'https://music.youtube.com/playlist?list=OLAK5uy_l86DibiDA776PehlCTznw5FHUXPxb9hyw',
  'https://www.deezer.com/album/629506181',
  'https://tidal.com/browse/album/381265361',
  'https://music.amazon.com/albums/B09D183TMJ',
  'https://soundcloud.com/d-o-d/sets/still-sleepless?utm_medium=api&utm_campaign=social_sharing&utm_source=id_314547',
  'https://hipdozer.bandcamp.com/album/futon-feels',
  'https://geo.music.apple.com/us/album/_/1581786154?mt=1&app=itunes&ls=1&at=1000lHKX&ct=api_http&itscg=30200&itsct=odsl_m',
  'https://www.youtube.com/playlist?list=OLAK5uy_l86DibiDA776PehlCTznw5FHUXPxb9hyw',
  'https://www.beatport.com/track/tokyo-night/19209410',
  'https://amazon.com/dp/B09D183TMJ',
  'https://play.anghami.com/album/1021959507?refer=linktree',
  'https://www.boomplay.com/albums/20361512',
  'https://play.napster.com/album/alb.605967848',
  'https://www.pandora.com/AL:10417856',
  'https://music.yandex.ru/album/17553280',
  'https://audiomack.com/thisisyarden/album/muse',
  'https://www.iheart.com/artist/id-32799083/albums/id-69372558',
  'https://www.kkbox.com/hk/tc/album/4Z8qitMIdcLLU0F2vKyL009H-index.html',
  'https://open.qobuz.com/album/s7n7cjhlmpafb',
  'https://music.163.com/#/album?id=38590017',
  'https://www.discogs.com/release/8022853',
  'https://www.jiosaavn.com/album/malibu/5yDxDFvG1Hk_',
  'https://www.melon.com/album/detail.htm?albumId=10163216',
] as const;

const profiles = socialNetworks.filter(({ hosts }) => hosts.length > 0).slice(0, 30).map(({ hosts }) => ({ url: `https://${(hosts[0] ?? '').replace('*', 'orchestra')}/the-orchestra` }));
const cities = ['Hamburg', 'Berlin', 'Leipzig', 'Prague', 'Vienna', 'Ljubljana', 'Milan', 'Lyon', 'Barcelona', 'Porto', 'Bilbao', 'Nantes', 'Ghent', 'Utrecht', 'Aarhus', 'Malmö', 'Oslo', 'Bergen', 'Stockholm', 'Turku', 'Tallinn', 'Riga', 'Vilnius', 'Gdańsk', 'Poznań'];

/** Twenty sections, of every type there is. */
export const fullBioSections = [
  { type: 'featured-release', settings: { releaseId: null } },
  { type: 'socials', settings: { links: profiles } },
  { type: 'signup', settings: { capture: { title: 'Get the next one first', consentText: 'Yes, the orchestra may email me about new releases and shows. I can leave at any time.', askName: true } } },
  { type: 'links', settings: { title: 'On tour', links: cities.map((city, day) => ({ title: `${day + 1} May – ${city}, the old swimming hall`, url: `https://tickets.example.com/${encodeURIComponent(city)}?event=${day * 7919}&from=artist` })) } },
  { type: 'releases', settings: { title: 'Everything so far' } },
  ...['Podcast', 'Press', 'Shop', 'Sheet music', 'Friends', 'Rehearsal room', 'Fan club'].map((title) => ({ type: 'links', settings: { title, links: ['One', 'Two', 'Three'].map((name) => ({ title: `${title}, part ${name.toLowerCase()}`, url: `https://orchestra.example.com/${encodeURIComponent(title)}/${name}` })) } })),
  ...['About', 'Booking', 'History', 'Thanks', 'Studio', 'Instruments', 'Colophon', 'Rain'].map((title) => ({ type: 'text', settings: { title, text: `${title} of an orchestra that plays every song twice. Whoever listens to both takes hears the room change between them: doors, weather, and forty people who have eaten.\n\nWrite to us before you come.` } })),
];
