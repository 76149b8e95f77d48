import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { offeredBefore, platformName, type PastedLink as ReadLink } from '@lynkify/platforms';
import { Requires } from '../access/requires.js';
import type { DestinationEntity } from './destination.entity.js';

/** States of checking as GraphQL names them. */
export const DestinationCheckStates = { UNCHECKED: 'unchecked', WORKS: 'works', GONE: 'gone', MOVED: 'moved', UNCLEAR: 'unclear' } as const satisfies Record<string, DestinationEntity['checkState']>;
registerEnumType(DestinationCheckStates, {
  name: 'DestinationCheckState',
  description: 'Whether a destination still leads to the release.',
  valuesMap: {
    UNCHECKED: { description: 'Nobody has looked yet.' },
    WORKS: { description: 'It did when it was last looked at.' },
    GONE: { description: 'There is nothing any more: found missing twice, six hours apart at the least.' },
    MOVED: { description: 'It leads on for good to another address, see `movedTo`.' },
    UNCLEAR: { description: 'The platform let nobody look, was away, or the page was missing only once so far. Nothing has to be done.' },
  },
});

@ObjectType({ description: 'One platform and address of a release: a button of its smart link.' })
@Requires('releases:read')
export class Destination {
  @Field(() => ID, { description: 'Stays the same when the address is corrected.' })
  id: string;

  @Field(() => String, { description: 'Platform of the catalogue, e.g. `spotify`.' })
  platform: string;

  @Field(() => String, { description: 'Name of the platform, e.g. “Apple Music”.' })
  platformName: string;

  @Field(() => String, { description: 'Canonical address, to which the button leads.' })
  url: string;

  @Field(() => String, { nullable: true, description: 'What the address shows: `album`, `track`, `video`, `episode` and so on.' })
  entity: string | null;

  @Field(() => Int, { description: 'Place among the buttons, from 0.' })
  position: number;

  @Field(() => String, { description: 'How it was found: `pasted`, `typed`, `import`, or matched by `upc`, `isrc`, `title` or `link`.' })
  method: string;

  @Field(() => Float, { nullable: true, description: 'How sure the match is, 0 to 1; null where nothing was matched.' })
  score: number | null;

  @Field(() => Boolean, { description: 'Whether a person should look if it is the right one: it was taken by title and artist, not by a code.' })
  flagged: boolean;

  @Field(() => String, { nullable: true, description: 'Country in whose catalogue it was found.' })
  country: string | null;

  @Field(() => String, { nullable: true, description: 'The music service that named or confirmed it, e.g. `deezer`.' })
  service: string | null;

  matchEvidence: DestinationEntity['evidence'];

  @Field(() => Boolean, { description: 'Whether it is switched on. What is off is not on the page, and its direct link leads to the page.' })
  offered: boolean;

  @Field(() => String, { nullable: true, description: 'From when on the page offers it, `YYYY-MM-DDTHH:MM` in the release’s zone; null: from the start.' })
  offeredFrom: string | null;

  @Field(() => String, { nullable: true, description: 'Until when the page offers it, `YYYY-MM-DDTHH:MM` in the release’s zone; null: for good.' })
  offeredUntil: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is of use before the release (a pre-order, a pre-add); null: as its platform usually is.' })
  beforeRelease: boolean | null;

  @Field(() => Boolean, { description: 'Whether the page offers it before the release, by what is said here or else by its platform.' })
  offeredBefore: boolean;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was last looked at.' })
  checkedAt: Date | null;

  @Field(() => DestinationCheckStates, { description: 'Whether it still leads to the release.' })
  checkState: DestinationEntity['checkState'];

  @Field(() => String, { nullable: true, description: 'What was found when it was looked at, in a sentence; null when it works.' })
  checkMessage: string | null;

  @Field(() => String, { nullable: true, description: 'Where it lives now, while it is `MOVED`.' })
  movedTo: string | null;

  @Field(() => String, { description: 'Public address of the button, which counts the click and leads on.' })
  goUrl: string;
}

export function toDestination(row: DestinationEntity, releaseUrl: string): Destination {
  const { id, platform, url, entity, position, method, checkedAt, checkState, checkMessage, movedTo, score, flagged, country, service, evidence, offered, offeredFrom, offeredUntil, beforeRelease } = row;
  const offer = { offered, offeredFrom, offeredUntil, beforeRelease, offeredBefore: beforeRelease ?? offeredBefore(platform) };
  return { id, platform, ...offer, platformName: platformName(platform), url, entity, position, method, score, flagged, country, service, matchEvidence: evidence, checkedAt, checkState, checkMessage: checkMessage || null, movedTo, goUrl: `${releaseUrl}/go/${platform}` };
}

export const PastedLinkStatuses = { RECOGNISED: 'recognised', DUPLICATE: 'duplicate', CONFLICT: 'conflict', NOT_UNDERSTOOD: 'not-understood' } as const satisfies Record<string, ReadLink['status']>;
registerEnumType(PastedLinkStatuses, {
  name: 'PastedLinkStatus',
  description: 'What became of a pasted link.',
  valuesMap: {
    RECOGNISED: { description: 'A platform’s link that is new to the release.' },
    DUPLICATE: { description: 'On the release already, or above in the text.' },
    CONFLICT: { description: 'The platform has another link already, which this one would replace.' },
    NOT_UNDERSTOOD: { description: 'No link of a release; the message says why and what to do.' },
  },
});

@ObjectType({ description: 'What one link of a pasted text is.' })
@Requires('public')
export class PastedLink {
  @Field(() => String, { description: 'The link as it was pasted, or the line when it holds none.' })
  text: string;

  @Field(() => PastedLinkStatuses, { description: 'What it is.' })
  status: ReadLink['status'];

  @Field(() => String, { nullable: true, description: 'Platform of the catalogue, where it is known.' })
  platform: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the platform.' })
  platformName: string | null;

  @Field(() => String, { nullable: true, description: 'What the address shows: `album`, `track` and so on.' })
  entity: string | null;

  @Field(() => String, { nullable: true, description: 'Canonical address.' })
  url: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was not understood, to program against, e.g. `SEARCH_PAGE`.' })
  code: string | null;

  @Field(() => String, { description: 'One sentence for a person.' })
  message: string;
}

export function toPastedLink(link: ReadLink): PastedLink {
  const { text, status, platform = null, entity = null, url = null, code = null, message } = link;
  return { text, status, platform, platformName: platform && platformName(platform), entity, url, code, message };
}
