import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { socialNetwork } from '@lynkify/domain';
import { platformName } from '@lynkify/platforms';
import { Requires } from '../access/requires.js';
import { BioPage } from '../bio-pages/bio-page.type.js';
import { PastedLink, toPastedLink } from '../destinations/destination.type.js';
import { MutationPayload } from '../graphql/user-error.js';
import { Release } from '../releases/release.type.js';
import type { OtherLink as SortedLink, OtherLinkKind } from './page-links.js';
import type { ReadPage as PageThatWasRead } from './page-reader.service.js';
import type { PageSubject } from './products.js';

export const PageSubjects = { RELEASE: 'release', ARTIST: 'artist', UNKNOWN: 'unknown' } as const satisfies Record<string, PageSubject>;
registerEnumType(PageSubjects, {
  name: 'PageSubject',
  description: 'What a page of another product is about.',
  valuesMap: {
    RELEASE: { description: 'One release: what it links to belongs on a smart link.' },
    ARTIST: { description: 'An artist: what it links to belongs on a bio page.' },
    UNKNOWN: { description: 'Some page.' },
  },
});

export const OtherLinkKinds = { ARTIST: 'artist', SOCIAL: 'social', OTHER: 'other' } as const satisfies Record<string, OtherLinkKind>;
registerEnumType(OtherLinkKinds, {
  name: 'OtherLinkKind',
  description: 'What a link is that is no destination of a release.',
  valuesMap: {
    ARTIST: { description: 'An artist’s page on a platform.' },
    SOCIAL: { description: 'A profile.' },
    OTHER: { description: 'Anything else that is meant for people: a shop, tickets, another page.' },
  },
});

@ObjectType({ description: 'A link of a page that is no destination of a release.' })
@Requires('public')
export class OtherLink {
  @Field(() => OtherLinkKinds, { description: 'What it is.' })
  kind: OtherLinkKind;

  @Field(() => String, { description: 'Where it leads.' })
  url: string;

  @Field(() => String, { description: 'The words on it, or the name of where it leads.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'Social network or platform, where one is known, e.g. `instagram`.' })
  network: string | null;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  networkName: string | null;
}

@ObjectType({ description: 'What was read of a page, as it could come along. Nothing is saved.' })
@Requires('releases:write')
export class ReadPage {
  @Field(() => String, { description: 'Where it was found, after redirects.' })
  url: string;

  @Field(() => String, { nullable: true, description: 'The product that the page is of, e.g. `linktree`; null for any other site.' })
  product: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the product.' })
  productName: string | null;

  @Field(() => PageSubjects, { description: 'What such pages are about.' })
  subject: PageSubject;

  @Field(() => String, { description: 'Title of the release, as far as the page says it; may be empty.' })
  title: string;

  @Field(() => String, { description: 'The artist, as far as the page says it; may be empty.' })
  artist: string;

  @Field(() => String, { nullable: true, description: 'Address of the picture on the page.' })
  artworkUrl: string | null;

  @Field(() => String, { nullable: true, description: 'The name that the page had in its address, in the form in which it can be kept.' })
  slug: string | null;

  @Field(() => [PastedLink], { description: 'Its links to platforms, as a paste of them would be read.' })
  links: PastedLink[];

  @Field(() => [OtherLink], { description: 'Its other links.' })
  otherLinks: OtherLink[];
}

@ObjectType({ description: 'What reading a page gave.' })
@Requires('public')
export class ReadPagePayload extends MutationPayload {
  @Field(() => ReadPage, { nullable: true, description: 'What was read; null when the page could not be.' })
  page: ReadPage | null;
}

@ObjectType({ description: 'What moving a page in gave.' })
@Requires('public')
export class MoveInPayload extends MutationPayload {
  @Field(() => Release, { nullable: true, description: 'The release with what came along; null when nothing was done.' })
  release: Release | null;

  @Field(() => [PastedLink], { description: 'Each link and what became of it.' })
  links: PastedLink[];

  @Field(() => Boolean, { description: 'Whether the release has the address that was asked for. Where another release had it, it got one made from its title.' })
  slugKept: boolean;
}

@ObjectType({ description: 'What moving links to a bio page gave.' })
@Requires('public')
export class MoveInToBioPagePayload extends MutationPayload {
  @Field(() => BioPage, { nullable: true, description: 'The bio page, its draft with what came along; null when nothing was done.' })
  bioPage: BioPage | null;

  @Field(() => Int, { description: 'How many links were new.' })
  added: number;

  @Field(() => [String], { description: 'Addresses that were left out: they are there already, or are none.' })
  left: string[];
}

export function toReadPage({ url, product, subject, title, artist, artworkUrl, slug, links, otherLinks }: PageThatWasRead): ReadPage {
  return { url, product: product?.id ?? null, productName: product?.name ?? null, subject, title, artist, artworkUrl, slug, links: links.map(toPastedLink), otherLinks: otherLinks.map(toOtherLink) };
}

function toOtherLink({ kind, url, title, network }: SortedLink): OtherLink {
  const networkName = network === null ? null : kind === 'artist' ? platformName(network) : (socialNetwork(network)?.label ?? network);
  return { kind, url, title, network, networkName };
}
