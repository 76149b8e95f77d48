import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, Length, Matches, MaxLength } from 'class-validator';
import { isId } from '../database/ids.js';
import { GraphQLDate } from '../graphql/scalars.js';

@InputType({ description: 'Which fans. What is left out does not matter; everything given must hold.' })
export class FanFilter {
  @Field(() => String, { nullable: true, description: 'Part of the email or the name, upper or lower case.' })
  @IsOptional()
  @MaxLength(200, { message: 'Search for at most 200 characters.' })
  search?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the address was confirmed.' })
  @IsOptional()
  verified?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the fan wants no more mail.' })
  @IsOptional()
  unsubscribed?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'First met on the smart link of this release.' })
  @IsOptional()
  releaseId?: string | null;

  @Field(() => ID, { nullable: true, description: 'First met on a page of this artist.' })
  @IsOptional()
  artistId?: string | null;

  @Field(() => String, { nullable: true, description: 'Came by this channel, e.g. `instagram-bio`.' })
  @IsOptional()
  @Length(1, 40, { message: 'Name a channel, like instagram-bio.' })
  channel?: string | null;

  @Field(() => String, { nullable: true, description: 'Country, ISO 3166-1 alpha-2, e.g. `DE`.' })
  @IsOptional()
  @Matches(/^[A-Za-z]{2}$/, { message: 'Give the country as two letters, like DE.' })
  country?: string | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'Joined on this day or later, in the workspace’s time zone.' })
  @IsOptional()
  joinedFrom?: string | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'Joined on this day or earlier, in the workspace’s time zone.' })
  @IsOptional()
  joinedTo?: string | null;
}

/** A condition over `fans as f` with its parameters; $1 is the workspace. */
export interface FanCondition {
  sql: string;
  values: unknown[];
}

/** The filter as SQL. */
export function fanCondition(workspaceId: string, filter: FanFilter | null | undefined): FanCondition {
  const values: unknown[] = [workspaceId];
  const parts = ['f.workspace_id = $1'];
  const add = (value: unknown, part: (parameter: string) => string) => {
    values.push(value);
    parts.push(part(`$${values.length}`));
  };
  const { search, verified, unsubscribed, releaseId, artistId, channel, country, joinedFrom, joinedTo } = filter ?? {};
  const words = search?.trim();
  if (words) add(`%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`, (p) => `(f.email_key like ${p} or lower(f.name) like ${p})`);
  if (verified != null) parts.push(`f.verified_at is ${verified ? 'not ' : ''}null`);
  if (unsubscribed != null) parts.push(`f.unsubscribed_at is ${unsubscribed ? 'not ' : ''}null`);
  if (releaseId) add(idOrNobody(releaseId), (p) => `f.source_release_id = ${p}`);
  if (artistId) add(idOrNobody(artistId), (p) => `f.source_artist_id = ${p}`);
  if (channel) add(channel, (p) => `f.source_channel = ${p}`);
  if (country) add(country.toUpperCase(), (p) => `f.country = ${p}`);
  if (joinedFrom) add(joinedFrom, (p) => `f.joined_at >= ${startOfDay(p)}`);
  if (joinedTo) add(joinedTo, (p) => `f.joined_at < ${startOfDay(p, 1)}`);
  return { sql: parts.join(' and '), values };
}

/** What is no id belongs to nobody. */
const idOrNobody = (id: string) => (isId(id) ? id : '00000000-0000-0000-0000-000000000000');

const startOfDay = (parameter: string, daysLater = 0) =>
  `(${parameter}::date + ${daysLater})::timestamp at time zone (select time_zone from workspaces where id = $1)`;
