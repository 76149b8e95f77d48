import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { explainMatch } from '@lynkify/domain';
import { platformName } from '@lynkify/platforms';
import { Requires } from '../access/requires.js';
import { connectionOf } from '../graphql/connection.js';
import { GraphQLDate } from '../graphql/scalars.js';
import type { Lookup } from '../lookups/lookup.js';
import type { CandidateRow, LookupRow, LookupStatus, MatchRow } from './match-rows.js';

export const MatchServiceStatuses = { WAITING: 'waiting', ASKING: 'asking', FOUND: 'found', MISSED: 'missed', UNAVAILABLE: 'unavailable', NOT_CONFIGURED: 'not-configured' } as const satisfies Record<string, LookupStatus>;
registerEnumType(MatchServiceStatuses, {
  name: 'MatchServiceStatus',
  description: 'How far a service is with a release.',
  valuesMap: {
    WAITING: { description: 'It will be asked, as soon as it is its turn or there is something to ask by.' },
    ASKING: { description: 'It is being asked.' },
    FOUND: { description: 'It knows the release, or something that may be it.' },
    MISSED: { description: 'It has nothing. Before the release day that is usual: it is asked again then.' },
    UNAVAILABLE: { description: 'It could not be asked; `retryAt` says when it is tried again.' },
    NOT_CONFIGURED: { description: 'This instance has no keys for it.' },
  },
});

@ObjectType({ description: 'One music service that a release is looked up at.' })
@Requires('releases:read')
export class MatchService {
  @Field(() => String, { description: 'The service, e.g. `deezer`. Services are not platforms: MusicBrainz knows the addresses of many.' })
  service: string;

  @Field(() => String, { description: 'Its name for people.' })
  name: string;

  @Field(() => MatchServiceStatuses, { description: 'How far it is.' })
  status: LookupStatus;

  @Field(() => String, { description: 'What came of it, in a sentence; may be empty.' })
  message: string;

  @Field(() => Int, { description: 'Links of the release that it named, whether they were new or confirmed.' })
  found: number;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was last asked.' })
  triedAt: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it is asked again: it was not available, or the release was not out yet.' })
  retryAt: Date | null;
}

@ObjectType({ description: 'The looking up of a release at music services.' })
@Requires('releases:read')
export class ReleaseMatch {
  @Field(() => Boolean, { description: 'Whether anything may still arrive within the next minutes. Ask again while it is true.' })
  running: boolean;

  @Field(() => GraphQLISODateTime, { description: 'When it was last begun.' })
  startedAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When every service had answered or was put off.' })
  finishedAt: Date | null;

  @Field(() => String, { description: 'What it began from: a link, a UPC, an ISRC; empty: from the release itself.' })
  from: string;

  @Field(() => [MatchService], { description: 'Every service.' })
  services: MatchService[];
}

@ObjectType({ description: 'A link that may be the release’s and waits for a person.' })
@Requires('releases:read')
export class MatchCandidate {
  @Field(() => ID, { description: 'Stays the same, however it is decided.' })
  id: string;

  @Field(() => String, { description: 'Platform of the catalogue.' })
  platform: string;

  @Field(() => String, { description: 'Name of the platform.' })
  platformName: string;

  @Field(() => String, { description: 'Canonical address.' })
  url: string;

  @Field(() => String, { nullable: true, description: 'What the address shows: `album`, `track` and so on.' })
  entity: string | null;

  @Field(() => String, { description: 'What speaks for it: `upc`, `isrc`, `title` or `link`.' })
  method: string;

  @Field(() => Float, { description: 'How likely it is the right one, 0 to 1.' })
  score: number;

  @Field(() => String, { nullable: true, description: 'Country in whose catalogue it was found.' })
  country: string | null;

  @Field(() => String, { description: 'The service that named it.' })
  service: string;

  @Field(() => [String], { description: 'Why it was found and why it was not taken, in sentences, the strongest first.' })
  reasons: string[];

  @Field(() => String, { description: 'Title as the service writes it.' })
  title: string;

  @Field(() => String, { description: 'Artist as the service writes it.' })
  artist: string;

  @Field(() => GraphQLDate, { nullable: true, description: 'Release date as the service has it.' })
  releaseDate: string | null;

  @Field(() => String, { nullable: true, description: 'Cover at the service. Its host sees who loads it.' })
  artworkUrl: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was found.' })
  foundAt: Date;

  releaseId: string;
}

@ObjectType({ description: 'A page of matches that wait for a person.' })
@Requires('public')
export class MatchCandidateConnection extends connectionOf(MatchCandidate, 'MatchCandidate') {}

const soon = 2 * 60_000;
/** One request reads a release in several steps: whoever asks until it is over must not miss what came with the last answer. */
const justNow = 2_000;

/** @param all every service, in the order in which they are shown */
export function toReleaseMatch(match: MatchRow, rows: readonly LookupRow[], all: readonly Lookup[]): ReleaseMatch {
  const services = all.flatMap(({ service, name }): MatchService[] => {
    const row = rows.find((each) => each.service === service);
    return row ? [{ service, name, status: row.status, message: row.message, found: row.found_count, triedAt: row.tried_at, retryAt: row.retry_at }] : [];
  });
  const running = services.some(({ status, retryAt }) => status === 'waiting' || status === 'asking' || (status === 'unavailable' && retryAt !== null && retryAt.getTime() < Date.now() + soon)) || (match.finished_at !== null && match.finished_at.getTime() > Date.now() - justNow);
  return { running, startedAt: match.started_at, finishedAt: match.finished_at, from: match.began_from, services };
}

export function toMatchCandidate(row: CandidateRow, serviceName: string): MatchCandidate {
  const { id, platform, url, entity, method, score, country, service, evidence, found } = row;
  return {
    id,
    platform,
    platformName: platformName(platform),
    url,
    entity,
    method,
    score,
    country,
    service,
    reasons: explainMatch(evidence, serviceName),
    title: evidence.title.found,
    artist: found.artist,
    releaseDate: found.releaseDate,
    artworkUrl: found.artworkUrl,
    foundAt: row.found_at,
    releaseId: row.release_id,
  };
}
