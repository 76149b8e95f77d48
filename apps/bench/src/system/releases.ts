/** Real releases with their real addresses on the platforms. The first has many of them. */
export const releases = [
  {
    title: 'Still Sleepless',
    links: [
      'https://open.spotify.com/album/0R8Q1Ssj8x17w30NUas7yu',
      'https://geo.music.apple.com/us/album/_/1581786154?app=music',
      'https://www.youtube.com/playlist?list=OLAK5uy_l86DibiDA776PehlCTznw5FHUXPxb9hyw',
      'https://music.youtube.com/playlist?list=OLAK5uy_l86DibiDA776PehlCTznw5FHUXPxb9hyw',
      'https://www.deezer.com/album/252624832',
      'https://listen.tidal.com/album/194567097',
      'https://soundcloud.com/d-o-d/sets/still-sleepless',
      'https://music.amazon.com/albums/B09D183TMJ',
      'https://amazon.com/dp/B09D183TMJ',
      'https://play.anghami.com/album/1021959507',
      'https://www.boomplay.com/albums/20361512',
      'https://play.napster.com/album/alb.605967848',
      'https://www.pandora.com/AL:10417856',
      'https://music.yandex.ru/album/17553280',
    ],
  },
  {
    title: 'Commissions Volume I',
    links: [
      'https://open.spotify.com/album/7ssCZKB1rXKaZ45Yx7YzVj',
      'https://music.apple.com/us/album/commissions-volume-i/1583627492',
      'https://www.amazon.com/gp/product/B09F1PXY92',
      'https://www.youtube.com/watch?v=OemnXDdA6qs',
      'https://www.deezer.com/us/album/255374512',
      'https://www.kkbox.com/hk/tc/album/4wEeWqhuM7ov70F814up009H-index.html',
      'https://tidal.com/browse/album/195884565',
    ],
  },
  {
    title: 'Die With A Smile',
    links: ['https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N', 'https://www.deezer.com/album/629506181', 'https://tidal.com/browse/album/381265361'],
  },
] as const;
