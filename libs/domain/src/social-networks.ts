/**
 * The social networks and artist services that a bio page can link to, as data. `hosts` are compared without `www.`,
 * `m.` and `mobile.`; `*.` stands for one label. `paths` find the profile in the path; their first group is the handle.
 */
export interface SocialNetwork {
  id: string;
  label: string;
  hosts: readonly string[];
  paths: readonly SocialPath[];
}

export interface SocialPath {
  pattern: RegExp;
  /** The canonical address, `$1` and `$2` from the pattern and `$host` for a `*.` host. Without it the URL is kept. */
  to?: string;
  /** Which group is the handle, when not the first. */
  handle?: number;
}

const name = '([A-Za-z0-9_.-]+)';

function path(pattern: string, to?: string, handle?: number): SocialPath {
  return { pattern: new RegExp(`^${pattern}/?$`, 'u'), to, handle };
}

export const socialNetworks: readonly SocialNetwork[] = [
  { id: 'instagram', label: 'Instagram', hosts: ['instagram.com', 'instagr.am', 'ig.me'], paths: [path(`/(?!(?:p|reel|reels|tv|stories|explore)(?:/|$))${name}`, 'https://www.instagram.com/$1/'), path('/m/([A-Za-z0-9_.]+)', 'https://ig.me/m/$1')] },
  { id: 'tiktok', label: 'TikTok', hosts: ['tiktok.com'], paths: [path('/@([A-Za-z0-9_.]+)', 'https://www.tiktok.com/@$1')] },
  { id: 'x', label: 'X', hosts: ['x.com', 'twitter.com'], paths: [path('/@?(?!(?:i|home|search|intent|share|hashtag|explore)(?:/|$))([A-Za-z0-9_]{1,15})', 'https://x.com/$1')] },
  { id: 'facebook', label: 'Facebook', hosts: ['facebook.com', 'fb.com', 'fb.me'], paths: [path(`/(?!(?:watch|groups|events|share|sharer|photo|profile\\.php|people|pages|p)(?:/|$))${name}`, 'https://www.facebook.com/$1'), path('/(?:people|pages)/([^/]+)/([0-9]+)', 'https://www.facebook.com/people/$1/$2'), path('/p/([^/]+)', 'https://www.facebook.com/p/$1'), path('/groups/([^/]+)', 'https://www.facebook.com/groups/$1')] },
  { id: 'youtube', label: 'YouTube', hosts: ['youtube.com'], paths: [path('/@([^/]+)(?:/(?:featured|videos|shorts|streams|releases|playlists|community))?', 'https://www.youtube.com/@$1'), path('/channel/(UC[A-Za-z0-9_-]{22})(?:/[a-z]+)?', 'https://www.youtube.com/channel/$1'), path('/(c|user)/([^/]+)(?:/[a-z]+)?', 'https://www.youtube.com/$1/$2', 2)] },
  { id: 'threads', label: 'Threads', hosts: ['threads.net', 'threads.com'], paths: [path('/@([A-Za-z0-9_.]+)', 'https://www.threads.net/@$1')] },
  { id: 'bluesky', label: 'Bluesky', hosts: ['bsky.app'], paths: [path('/profile/([A-Za-z0-9.:-]+)', 'https://bsky.app/profile/$1')] },
  { id: 'soundcloud', label: 'SoundCloud', hosts: ['soundcloud.com'], paths: [path('/(?!(?:discover|search|stream|you|upload|pages)(?:/|$))([A-Za-z0-9_-]+)', 'https://soundcloud.com/$1')] },
  { id: 'bandcamp', label: 'Bandcamp', hosts: ['*.bandcamp.com'], paths: [path('(?:/(?:music|merch))?', 'https://$host/')] },
  { id: 'spotify', label: 'Spotify', hosts: ['open.spotify.com', 'play.spotify.com'], paths: [path('(?:/intl-[a-z-]+)?/(artist|show|user|playlist)/([A-Za-z0-9_.-]+)', 'https://open.spotify.com/$1/$2', 2)] },
  { id: 'apple-music', label: 'Apple Music', hosts: ['music.apple.com', 'geo.music.apple.com'], paths: [path('(/[a-z]{2})?/artist(?:/[^/]+)?/([0-9]+)', 'https://music.apple.com$1/artist/$2', 2)] },
  { id: 'apple-podcasts', label: 'Apple Podcasts', hosts: ['podcasts.apple.com'], paths: [path('(/[a-z]{2})?/podcast(?:/[^/]+)?/(id[0-9]+)', 'https://podcasts.apple.com$1/podcast/$2', 2)] },
  { id: 'deezer', label: 'Deezer', hosts: ['deezer.com'], paths: [path('(?:/[a-z]{2})?/artist/([0-9]+)', 'https://www.deezer.com/artist/$1')] },
  { id: 'tidal', label: 'TIDAL', hosts: ['tidal.com', 'listen.tidal.com'], paths: [path('(?:/browse)?/artist/([0-9]+)', 'https://tidal.com/artist/$1')] },
  { id: 'beatport', label: 'Beatport', hosts: ['beatport.com'], paths: [path('(?:/[a-z]{2})?/(artist|label)/([^/]+/[0-9]+)', 'https://www.beatport.com/$1/$2', 2)] },
  { id: 'audiomack', label: 'Audiomack', hosts: ['audiomack.com'], paths: [path(`/${name}`, 'https://audiomack.com/$1')] },
  { id: 'mixcloud', label: 'Mixcloud', hosts: ['mixcloud.com'], paths: [path('/([^/]+)', 'https://www.mixcloud.com/$1/')] },
  { id: 'twitch', label: 'Twitch', hosts: ['twitch.tv'], paths: [path('/(?!(?:directory|videos|search)(?:/|$))([A-Za-z0-9_]+)', 'https://www.twitch.tv/$1')] },
  { id: 'kick', label: 'Kick', hosts: ['kick.com'], paths: [path('/([A-Za-z0-9_-]+)', 'https://kick.com/$1')] },
  { id: 'vimeo', label: 'Vimeo', hosts: ['vimeo.com'], paths: [path('/(?![0-9]+/?$)([A-Za-z0-9_-]+)', 'https://vimeo.com/$1')] },
  { id: 'patreon', label: 'Patreon', hosts: ['patreon.com'], paths: [path(`(?:/c)?/(?!(?:posts|join|search|home)(?:/|$))${name}`, 'https://www.patreon.com/$1')] },
  { id: 'ko-fi', label: 'Ko-fi', hosts: ['ko-fi.com'], paths: [path(`/${name}`, 'https://ko-fi.com/$1')] },
  { id: 'buy-me-a-coffee', label: 'Buy Me a Coffee', hosts: ['buymeacoffee.com', 'coff.ee'], paths: [path(`/${name}`, 'https://buymeacoffee.com/$1')] },
  { id: 'paypal', label: 'PayPal', hosts: ['paypal.me'], paths: [path(`/${name}`, 'https://paypal.me/$1')] },
  { id: 'discord', label: 'Discord', hosts: ['discord.gg', 'discord.com', 'discordapp.com'], paths: [path('(?:/invite)?/([A-Za-z0-9-]+)', 'https://discord.gg/$1')] },
  { id: 'telegram', label: 'Telegram', hosts: ['t.me', 'telegram.me'], paths: [path('/([A-Za-z0-9_+]+)', 'https://t.me/$1'), path('/joinchat/([A-Za-z0-9_-]+)', 'https://t.me/joinchat/$1')] },
  { id: 'whatsapp', label: 'WhatsApp', hosts: ['whatsapp.com', 'chat.whatsapp.com', 'wa.me'], paths: [path('/channel/([A-Za-z0-9]+)', 'https://whatsapp.com/channel/$1'), path('/([0-9]{6,15})', 'https://wa.me/$1'), path('/([A-Za-z0-9]{16,})', 'https://chat.whatsapp.com/$1')] },
  { id: 'signal', label: 'Signal', hosts: ['signal.group', 'signal.me'], paths: [] },
  { id: 'snapchat', label: 'Snapchat', hosts: ['snapchat.com'], paths: [path(`/(?:add/|@)${name}`, 'https://www.snapchat.com/add/$1')] },
  { id: 'pinterest', label: 'Pinterest', hosts: ['pinterest.com', 'pinterest.co.uk', 'pinterest.de', 'pinterest.fr', 'pin.it'], paths: [path(`/(?!pin(?:/|$))${name}`, 'https://www.pinterest.com/$1/')] },
  { id: 'linkedin', label: 'LinkedIn', hosts: ['linkedin.com'], paths: [path('/(in|company|school|showcase)/([^/]+)', 'https://www.linkedin.com/$1/$2/', 2)] },
  { id: 'reddit', label: 'Reddit', hosts: ['reddit.com', 'old.reddit.com'], paths: [path('/(r|user|u)/([A-Za-z0-9_-]+)', 'https://www.reddit.com/$1/$2/', 2)] },
  { id: 'tumblr', label: 'Tumblr', hosts: ['tumblr.com', '*.tumblr.com'], paths: [path(`/${name}`, 'https://www.tumblr.com/$1'), path('', 'https://$host/')] },
  { id: 'weibo', label: 'Weibo', hosts: ['weibo.com', 'weibo.cn'], paths: [path('/((?:u/)?[A-Za-z0-9_-]+)', 'https://weibo.com/$1')] },
  { id: 'vk', label: 'VK', hosts: ['vk.com', 'vk.ru'], paths: [path('/([a-z0-9_.]+)', 'https://vk.com/$1')] },
  { id: 'line', label: 'LINE', hosts: ['line.me', 'lin.ee', 'page.line.me'], paths: [path('/R/ti/p/([^/]+)', 'https://line.me/R/ti/p/$1'), path('/([A-Za-z0-9@_-]+)')] },
  { id: 'bandsintown', label: 'Bandsintown', hosts: ['bandsintown.com', 'bnds.us'], paths: [path('/a/([0-9]+)(?:-[^/]*)?', 'https://www.bandsintown.com/a/$1'), path('/(?:artist-)?([^/]+)')] },
  { id: 'songkick', label: 'Songkick', hosts: ['songkick.com'], paths: [path('/artists/([0-9]+)(?:-[^/]*)?(?:/calendar)?', 'https://www.songkick.com/artists/$1')] },
  { id: 'ticketmaster', label: 'Ticketmaster', hosts: ['ticketmaster.com', 'ticketmaster.co.uk', 'ticketmaster.de', 'ticketmaster.fr', 'ticketmaster.es', 'ticketmaster.com.au'], paths: [] },
  { id: 'resident-advisor', label: 'Resident Advisor', hosts: ['ra.co', 'residentadvisor.net'], paths: [path('/dj/([^/]+)', 'https://ra.co/dj/$1')] },
  { id: 'setlist-fm', label: 'setlist.fm', hosts: ['setlist.fm'], paths: [path('/setlists/([^/]+)\\.html', 'https://www.setlist.fm/setlists/$1.html')] },
  { id: 'last-fm', label: 'Last.fm', hosts: ['last.fm', 'lastfm.com'], paths: [path('(?:/[a-z]{2})?/(music|user)/([^/]+)', 'https://www.last.fm/$1/$2', 2)] },
  { id: 'genius', label: 'Genius', hosts: ['genius.com'], paths: [path('/artists/([^/]+)', 'https://genius.com/artists/$1')] },
  { id: 'musixmatch', label: 'Musixmatch', hosts: ['musixmatch.com'], paths: [path('/artist/([^/]+)', 'https://www.musixmatch.com/artist/$1')] },
  { id: 'discogs', label: 'Discogs', hosts: ['discogs.com'], paths: [path('(?:/[a-z]{2})?/artist/([0-9]+)(?:-[^/]*)?', 'https://www.discogs.com/artist/$1')] },
  { id: 'musicbrainz', label: 'MusicBrainz', hosts: ['musicbrainz.org'], paths: [path('/artist/([0-9a-f-]{36})', 'https://musicbrainz.org/artist/$1')] },
  { id: 'wikipedia', label: 'Wikipedia', hosts: ['*.wikipedia.org'], paths: [path('/wiki/([^/]+)', 'https://$host/wiki/$1')] },
  { id: 'imdb', label: 'IMDb', hosts: ['imdb.com'], paths: [path('/name/(nm[0-9]+)', 'https://www.imdb.com/name/$1/')] },
  { id: 'github', label: 'GitHub', hosts: ['github.com'], paths: [path('/([A-Za-z0-9-]+)', 'https://github.com/$1')] },
  { id: 'substack', label: 'Substack', hosts: ['substack.com', '*.substack.com'], paths: [path('/@([A-Za-z0-9_-]+)', 'https://substack.com/@$1'), path('', 'https://$host/')] },
  { id: 'medium', label: 'Medium', hosts: ['medium.com'], paths: [path('/@([A-Za-z0-9_.-]+)', 'https://medium.com/@$1')] },
  { id: 'mastodon', label: 'Mastodon', hosts: ['mastodon.social', 'mastodon.online', 'mstdn.social', 'fosstodon.org', 'hachyderm.io', 'mas.to'], paths: [path('/@([A-Za-z0-9_]+)', 'https://$host/@$1')] },
  { id: 'website', label: 'Website', hosts: [], paths: [] },
];

const byId: ReadonlyMap<string, SocialNetwork> = new Map(socialNetworks.map((network) => [network.id, network]));

/** The network with this id, or null. */
export function socialNetwork(id: string): SocialNetwork | null {
  return byId.get(id) ?? null;
}
