/** Where a link was shared, so that its visits can be told apart. The id is what `?via=` carries. */
export interface Channel {
  id: string;
  label: string;
}

/** Every channel, in the order in which a form offers them. */
export const channels = [
  { id: 'instagram-bio', label: 'Instagram bio' },
  { id: 'instagram-story', label: 'Instagram story' },
  { id: 'tiktok-bio', label: 'TikTok bio' },
  { id: 'youtube-description', label: 'YouTube description' },
  { id: 'social-post', label: 'Social post' },
  { id: 'direct-message', label: 'Direct message' },
  { id: 'email', label: 'Email' },
  { id: 'reminder', label: 'Release-day mail' },
  { id: 'playlist-pitch', label: 'Playlist pitch' },
  { id: 'press', label: 'Press' },
  { id: 'press-kit', label: 'Press kit' },
  { id: 'epk', label: 'EPK' },
  { id: 'networking', label: 'Networking' },
  { id: 'live-show', label: 'Live show' },
  { id: 'website', label: 'Website' },
  { id: 'podcast-notes', label: 'Podcast show notes' },
  { id: 'ad', label: 'Ad' },
  { id: 'qr', label: 'QR code' },
  { id: 'embed', label: 'Embedded card' },
  { id: 'fan-share', label: 'Shared by fans' },
] as const satisfies readonly Channel[];

export type ChannelId = (typeof channels)[number]['id'];

const byId: ReadonlyMap<string, (typeof channels)[number]> = new Map(channels.map((channel) => [channel.id, channel]));

/** The channel that a `via` parameter names, or null: what anyone can type must not make new rows in a chart. */
export function parseChannel(text: string): ChannelId | null {
  return byId.get(text.trim().toLowerCase())?.id ?? null;
}

/** The words for a channel; an id that is no longer in the list stands for itself. */
export function channelLabel(id: string): string {
  return byId.get(id)?.label ?? id;
}
