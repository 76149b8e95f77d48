import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { Requires } from '../access/requires.js';
import { connectionOf } from '../graphql/connection.js';
import type { FanRow } from './fan-row.js';
import { sourceLabel } from './source-label.js';

@ObjectType({ description: 'Where a fan was first met.' })
@Requires('fans:read')
export class FanSource {
  artistId: string | null;
  releaseId: string | null;

  @Field(() => String, { description: 'Path of the page.' })
  path: string;

  @Field(() => String, { nullable: true, description: 'Channel that the address named, e.g. `instagram-bio`.' })
  channel: string | null;

  @Field(() => String, { nullable: true, description: 'Host of the site that linked to the page.' })
  referrerHost: string | null;

  @Field(() => String, { nullable: true, description: 'Campaign that the address named (`utm_campaign`).' })
  campaign: string | null;

  @Field(() => String, { description: 'All of it in words, e.g. “Smart link of Die With A Smile · Instagram bio”.' })
  label: string;
}

@ObjectType({ description: 'A contact in the CRM: somebody who gave their email on a page of this workspace. Who only asked for a reminder is one too: without consent to news, and never verified by it.' })
@Requires('fans:read')
export class Fan {
  @Field(() => ID, { description: 'Id of the fan.' })
  id: string;

  @Field(() => String, { description: 'Email address.' })
  email: string;

  @Field(() => String, { description: 'Name, if they gave one; else empty.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Country, ISO 3166-1 alpha-2, as the network told.' })
  country: string | null;

  @Field(() => String, { nullable: true, description: 'City, as the network told.' })
  city: string | null;

  @Field(() => String, { nullable: true, description: 'Language of the page where they joined, BCP 47.' })
  locale: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When they first gave their email.' })
  joinedAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When they confirmed that the address is theirs. Only a fan with this may be written to.' })
  verifiedAt: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Since when they want no more mail.' })
  unsubscribedAt: Date | null;

  @Field(() => Boolean, { description: 'They asked to be reminded of a release and never agreed to news. They get that one mail and no other.' })
  reminderOnly: boolean;

  @Field(() => FanSource, { description: 'Where they were first met.' })
  source: FanSource;
}

@ObjectType({ description: 'A page of fans, the newest first.' })
@Requires('fans:read')
export class FanConnection extends connectionOf(Fan, 'Fan') {}

@ObjectType({ description: 'One thing that happened with a fan.' })
@Requires('fans:read')
export class FanEvent {
  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at: Date;

  @Field(() => String, { description: '`capture` (gave their email), `reminder` (asked for a mail on a release’s day, confirmed that or called it off), `mail` (a confirmation or release-day mail was sent), `confirmed` or `unsubscribed`.' })
  kind: string;

  @Field(() => String, { description: 'What happened, in words.' })
  label: string;

  @Field(() => String, { nullable: true, description: 'Path of the page, for a capture.' })
  path: string | null;

  @Field(() => String, { nullable: true, description: 'Channel of the visit, for a capture.' })
  channel: string | null;
}

@ObjectType({ description: 'How many fans share one value.' })
@Requires('fans:read')
export class FacetCount {
  @Field(() => String, { nullable: true, description: 'The value, e.g. `DE`. Null: not known.' })
  value: string | null;

  @Field(() => Int, { description: 'How many.' })
  count: number;
}

@ObjectType({ description: 'How many fans were first met on one smart link.' })
@Requires('fans:read')
export class FanReleaseCount {
  releaseId: string | null;

  @Field(() => Int, { description: 'How many.' })
  count: number;
}

@ObjectType({ description: 'What the fans of a filter are made of, most first.' })
@Requires('fans:read')
export class FanFacets {
  @Field(() => [FacetCount], { description: 'By country.' })
  countries: FacetCount[];

  @Field(() => [FacetCount], { description: 'By channel.' })
  channels: FacetCount[];

  @Field(() => [FanReleaseCount], { description: 'By the release on whose smart link they were first met.' })
  releases: FanReleaseCount[];

  @Field(() => Int, { description: 'How many confirmed their address.' })
  verified: number;

  @Field(() => Int, { description: 'How many did not.' })
  unverified: number;
}

export function toFan(row: FanRow): Fan {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    country: row.country,
    city: row.city,
    locale: row.locale,
    joinedAt: row.joined_at,
    verifiedAt: row.verified_at,
    unsubscribedAt: row.unsubscribed_at,
    reminderOnly: row.reminder_only,
    source: {
      artistId: row.source_artist_id,
      releaseId: row.source_release_id,
      path: row.source_path,
      channel: row.source_channel,
      referrerHost: row.source_referrer,
      campaign: row.source_campaign,
      label: sourceLabel(row),
    },
  };
}
