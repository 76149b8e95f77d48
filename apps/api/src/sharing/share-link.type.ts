import { Field, GraphQLISODateTime, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { channelLabel, releasedAt, releasePhase, sharedUrl, shareText, shortPath, type ShareContext as Place, type SharedPage } from '@lynkify/domain';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { Requires } from '../access/requires.js';
import { MutationPayload } from '../graphql/user-error.js';
import { releaseUrl } from '../releases/release-url.js';
import type { ShareLinkRow } from './share-links.service.js';

export const SharedPages = { SMART_LINK: 'smart-link', BIO_PAGE: 'bio-page' } as const satisfies Record<string, SharedPage>;
registerEnumType(SharedPages, {
  name: 'SharedPage',
  description: 'The kinds of pages that can be shared.',
  valuesMap: { SMART_LINK: { description: 'The page of one release.' }, BIO_PAGE: { description: 'The artist’s permanent page.' } },
});

@ObjectType({ description: 'Texts to paste, with `{title}`, `{artist}`, `{date}` and `{link}` in them.' })
@Requires('any-viewer')
export class ShareTexts {
  @Field(() => String, { description: 'Before the release.' })
  announced: string;

  @Field(() => String, { description: 'Once it is out.' })
  released: string;

  @Field(() => String, { description: 'With the artist’s page.' })
  artist: string;
}

@ObjectType({ description: 'A place where artists share, and what belongs there.' })
@Requires('any-viewer')
export class ShareContext {
  @Field(() => ID, { description: 'Its id, e.g. `instagram-bio`.' })
  id: string;

  @Field(() => String, { description: 'Its name for people.' })
  label: string;

  @Field(() => SharedPages, { description: 'The page whose address is right there.' })
  page: SharedPage;

  @Field(() => String, { description: 'Why, in half a sentence.' })
  hint: string;

  @Field(() => String, { description: 'What speaks against the other page there.' })
  otherwise: string;

  @Field(() => String, { description: 'The channel that its visits are counted with.' })
  channel: string;

  @Field(() => ShareTexts, { description: 'Texts to paste there.' })
  texts: ShareTexts;
}

@ObjectType({ description: 'A short form of a page’s address with its channel built in. It stays in force through changes of address, archiving and taking down.' })
@Requires('releases:read')
export class ShareLink {
  @Field(() => ID, { description: 'Last part of the short form.' })
  code: string;

  @Field(() => String, { description: 'The short form.' })
  shortUrl: string;

  @Field(() => String, { description: 'The page’s own address, with the same channel built in.' })
  url: string;

  @Field(() => SharedPages, { description: 'The page that it leads to.' })
  page: SharedPage;

  @Field(() => String, { description: 'The channel that its visits are counted with.' })
  channel: string;

  @Field(() => String, { description: 'The channel’s name for people.' })
  channelName: string;

  @Field(() => String, { nullable: true, description: 'The campaign that is recorded with its visits (`utm_campaign`).' })
  campaign: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was first asked for.' })
  createdAt: Date;

  row: ShareLinkRow;
}

@InputType({ description: 'What is shared, and where. Name the release or the artist, and the place.' })
export class MakeShareLinkInput {
  @Field(() => ID, { nullable: true, description: 'The release. Where the artist’s page belongs, its artist’s is taken.' })
  @IsOptional()
  @IsString()
  releaseId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The artist, where the artist’s page is shared.' })
  @IsOptional()
  @IsString()
  artistId?: string | null;

  @Field(() => String, { nullable: true, description: 'Id of a place of `shareContexts`: it knows the page and the channel.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  context?: string | null;

  @Field(() => String, { nullable: true, description: 'Another channel than the place’s, or one without a place.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  channel?: string | null;

  @Field(() => SharedPages, { nullable: true, description: 'Another page than the one that belongs there.' })
  @IsOptional()
  @IsIn(Object.values(SharedPages))
  page?: SharedPage | null;

  @Field(() => String, { nullable: true, description: 'A campaign to tell its visits apart by, at most 60 characters. It is recorded and passed on to nobody.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000, { message: 'A campaign has at most 60 characters. Shorten it.' })
  campaign?: string | null;
}

@ObjectType({ description: 'What asking for a short form gave.' })
@Requires('public')
export class ShareLinkPayload extends MutationPayload {
  @Field(() => ShareLink, { nullable: true, description: 'The short form; null when it was refused.' })
  shareLink: ShareLink | null;
}

export function toShareContext({ id, label, page, hint, otherwise, channel, texts }: Place): ShareContext {
  return { id, label, page, hint, otherwise, channel, texts };
}

export function toShareLink(row: ShareLinkRow, publicPagesUrl: string): ShareLink {
  const { code, releaseId, handle, slug, channel, campaign, createdAt } = row;
  const page = releaseId === null ? `${publicPagesUrl}/${handle}` : releaseUrl(publicPagesUrl, handle, slug ?? '');
  return {
    code,
    shortUrl: `${publicPagesUrl}${shortPath(code)}`,
    url: sharedUrl(page, channel, campaign),
    page: releaseId === null ? 'bio-page' : 'smart-link',
    channel,
    channelName: channelLabel(channel),
    campaign: campaign === '' ? null : campaign,
    createdAt,
    row,
  };
}

/** The text to paste with a short form at a place, as things stand at a moment. */
export function textFor(place: Place, { row, shortUrl, url }: ShareLink, now: number = Date.now()): string {
  const { title, timeZone, releaseDate, releaseTime, artistName } = row;
  const link = place.form === 'short' ? shortUrl : url;
  if (title === null) return shareText(place, { artist: artistName, link, release: null });
  const phase = releasePhase({ releasedAt: releasedAt({ releaseDate, releaseTime, timeZone: timeZone ?? 'UTC' }) }, now);
  return shareText(place, { artist: row.artistCredit || artistName, link, release: { title, date: releaseDate, phase } });
}
