import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { Requires } from '../access/requires.js';
import { GraphQLDate } from '../graphql/scalars.js';

@ObjectType({ description: 'What happened on one day.' })
@Requires('numbers:read')
export class DayCount {
  @Field(() => GraphQLDate, { description: 'The day, in the workspace’s time zone.' })
  day: string;

  @Field(() => Int, { description: 'Pages seen.' })
  visits: number;

  @Field(() => Int, { description: 'Destinations chosen.' })
  clicks: number;

  @Field(() => Int, { description: 'Emails given.' })
  captures: number;
}

@ObjectType({ description: 'What happened by way of one thing: a platform, a channel, a country …' })
@Requires('numbers:read')
export class NamedCount {
  @Field(() => String, { nullable: true, description: 'Stable id of the thing, e.g. `spotify` or `DE`. Null: not known, or none.' })
  key: string | null;

  @Field(() => String, { description: 'Its name for people.' })
  name: string;

  @Field(() => Int, { description: 'Pages seen. Always 0 by platform: a page is seen before a platform is chosen.' })
  visits: number;

  @Field(() => Int, { description: 'Destinations chosen.' })
  clicks: number;

  @Field(() => Int, { description: 'Emails given.' })
  captures: number;
}

@ObjectType({
  description:
    'Counts of people between two days in the workspace’s time zone, both included; bots, previews, prefetches and scanners are kept apart.',
})
@Requires('numbers:read')
export class Numbers {
  @Field(() => Int, { description: 'Pages seen.' })
  visits: number;

  @Field(() => Int, { description: 'Sum of the unique visitors of each day. Who comes back on another day is counted again: nobody is recognised for longer.' })
  visitors: number;

  @Field(() => Int, { description: 'Destinations chosen.' })
  clicks: number;

  @Field(() => Float, { description: 'Clicks per visit, 0 when nobody came. Above 1 when people chose more than one destination.' })
  clickThrough: number;

  @Field(() => Int, { description: 'Emails given, whether or not they were confirmed.' })
  captures: number;

  @Field(() => Int, { description: 'Fans first met here who confirmed their address between these days.' })
  verifiedFans: number;

  @Field(() => [DayCount], { description: 'Every day between the two, those on which nothing happened too.' })
  byDay: DayCount[];

  @Field(() => [NamedCount], { description: 'Clicks by platform, social network (`social:…`) and link of the bio page (`link:…`), most first.' })
  byPlatform: NamedCount[];

  @Field(() => [NamedCount], { description: 'By the channel that the address named (`?via=`), most visits first.' })
  byChannel: NamedCount[];

  @Field(() => [NamedCount], { description: 'By the site that linked here, most visits first.' })
  byReferrer: NamedCount[];

  @Field(() => [NamedCount], { description: 'By country, most visits first.' })
  byCountry: NamedCount[];

  @Field(() => [NamedCount], { description: 'By kind of device, most visits first.' })
  byDevice: NamedCount[];

  @Field(() => [NamedCount], { description: 'What came that was no person: bots, link previews, prefetches, link scanners. In none of the other counts.' })
  otherTraffic: NamedCount[];
}
