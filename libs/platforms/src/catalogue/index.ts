import type { PlatformData } from '../platform.js';
import { eastAsianStreaming } from './east-asian-streaming.js';
import { globalStreaming } from './global-streaming.js';
import { independentStreaming } from './independent-streaming.js';
import { podcast } from './podcast.js';
import { regionalStreaming } from './regional-streaming.js';
import { stores } from './stores.js';
import { video } from './video.js';

/** The default order of buttons: how many fans are likely to want each, worldwide. The rest follows as it is listed. */
const byPopularity = [
  'spotify', 'apple_music', 'youtube_music', 'youtube', 'amazon_music', 'deezer', 'tidal', 'soundcloud', 'bandcamp', 'pandora', 'qobuz',
  'itunes', 'amazon', 'audiomack', 'tiktok', 'netease', 'qq_music', 'jiosaavn', 'yandex_music', 'vk_music', 'anghami', 'boomplay',
  'melon', 'line_music', 'kkbox', 'gaana', 'beatport', 'iheart', 'napster', 'apple_podcasts', 'spotify_podcast', 'youtube_podcast',
  'amazon_podcast', 'overcast', 'pocket_casts', 'castbox', 'deezer_show',
];

const listed = [...globalStreaming, ...independentStreaming, ...regionalStreaming, ...eastAsianStreaming, ...stores, ...video, ...podcast];
const rank = new Map(byPopularity.map((id, index) => [id, index]));

/** Everything that the catalogue knows, in the default order. */
export const catalogue: readonly PlatformData[] = listed
  .map((data, index) => ({ data, order: rank.get(data.id) ?? byPopularity.length + index }))
  .sort((one, other) => one.order - other.order)
  .map(({ data }) => data);
