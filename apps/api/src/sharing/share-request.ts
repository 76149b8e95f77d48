import { accept, parseCampaign, parseChannel, refuse, shareContext, type ChannelId, type Result, type ShareContext, type SharedPage } from '@lynkify/domain';

/** What somebody asks for who wants to share. */
export interface ShareRequest {
  releaseId?: string | null;
  artistId?: string | null;
  /** Id of a place; it knows page and channel. */
  context?: string | null;
  channel?: string | null;
  page?: SharedPage | null;
  campaign?: string | null;
}

/** The page that is right there, of the release or the artist that was named. */
export type ShareTarget =
  | { page: 'smart-link'; releaseId: string }
  | { page: 'bio-page'; releaseId: string; artistId: null }
  | { page: 'bio-page'; releaseId: null; artistId: string };

export interface ReadShareRequest {
  target: ShareTarget;
  channel: ChannelId;
  campaign: string;
  context: ShareContext | null;
}

/** Reads a request by the rules of the places; what it says itself goes before what its place says. */
export function readShareRequest({ releaseId, artistId, context: contextId, channel: channelId, page: wanted, campaign }: ShareRequest): Result<ReadShareRequest> {
  const context = contextId == null ? null : shareContext(contextId);
  if (contextId != null && !context) return refuse('CONTEXT_UNKNOWN', ['context'], 'There is no such place. `shareContexts` lists them.');
  const named = channelId == null ? null : parseChannel(channelId);
  if (channelId != null && !named) return refuse('CHANNEL_UNKNOWN', ['channel'], 'There is no such channel. Name one of the places that `shareContexts` lists instead.');
  const channel = named ?? context?.channel;
  if (!channel) return refuse('CHANNEL_MISSING', ['context'], 'Say where it is shared, by `context` or `channel`.');
  const label = parseCampaign(campaign ?? '');
  if (!label.ok) return label;
  const page = wanted ?? context?.page ?? (releaseId == null ? 'bio-page' : 'smart-link');
  const target = targetOf(page, releaseId ?? null, artistId ?? null);
  return target.ok ? accept({ target: target.value, channel, campaign: label.value, context }) : target;
}

function targetOf(page: SharedPage, releaseId: string | null, artistId: string | null): Result<ShareTarget> {
  if (releaseId !== null && artistId !== null) return refuse('NAME_ONE', ['artistId'], 'Name the release or the artist, not both: a release knows its artist.');
  if (releaseId !== null) return accept(page === 'smart-link' ? { page, releaseId } : { page, releaseId, artistId: null });
  if (page === 'smart-link') return refuse('RELEASE_MISSING', ['releaseId'], 'A smart link is shared there. Name its release.');
  return artistId === null ? refuse('ARTIST_MISSING', ['artistId'], 'Name the artist whose page is shared, or one of their releases.') : accept({ page, releaseId: null, artistId });
}
