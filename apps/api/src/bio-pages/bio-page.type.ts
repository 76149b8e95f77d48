import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Requires } from '../access/requires.js';
import { GraphQLJSON } from '../graphql/scalars.js';
import { PageTheme, toPageTheme } from '../releases/page-theme.type.js';
import type { BioPageEntity, BioPageStatusValue, BioSectionEntity } from './bio-page.entity.js';

export const BioPageStatuses = { DRAFT: 'draft', PUBLISHED: 'published', UNPUBLISHED: 'unpublished' } as const satisfies Record<string, BioPageStatusValue>;
registerEnumType(BioPageStatuses, {
  name: 'BioPageStatus',
  description: 'Where a bio page stands.',
  valuesMap: {
    DRAFT: { description: 'Never published.' },
    PUBLISHED: { description: 'Public.' },
    UNPUBLISHED: { description: 'Taken down: the address says that it is gone.' },
  },
});

@ObjectType({ description: 'The permanent public page of an artist, made of ordered sections.' })
@Requires('artists:read')
export class BioPage {
  artistId: string;

  @Field(() => String, { description: 'One line under the name; may be empty.' })
  headline: string;

  portraitId: string | null;
  portraitAlt: string;

  @Field(() => PageTheme, { description: 'How the page looks.' })
  theme: PageTheme;

  @Field(() => BioPageStatuses, { description: 'Where the page stands.' })
  status: BioPageStatusValue;

  @Field(() => Int, { description: 'Goes up with every saved change. Name it when saving, and nobody’s change is overwritten unseen.' })
  version: number;

  @Field(() => Int, { nullable: true, description: 'The version that is public; null when none is.' })
  publishedVersion: number | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was last published.' })
  publishedAt: Date | null;

  @Field(() => Boolean, { description: 'Whether something is saved that is not public.' })
  hasUnpublishedChanges: boolean;
}

@ObjectType({ description: 'One section of a bio page.' })
@Requires('artists:read')
export class BioSection {
  @Field(() => ID, { description: 'Stays the same as long as the section is sent back with it.' })
  id: string;

  @Field(() => String, { description: '`featured-release`, `releases`, `socials`, `links`, `text` or `signup`.' })
  type: string;

  @Field(() => Int, { description: 'Place on the page, from 0.' })
  position: number;

  @Field(() => Boolean, { description: 'Whether fans see it.' })
  visible: boolean;

  @Field(() => GraphQLJSON, {
    description:
      'By type. featured-release: `{releaseId}` (null: the latest). releases: `{title}`. socials: `{links: [{network, url}]}`. links: `{title, links: [{id, title, url}]}`. text: `{title, text}`. signup: `{capture: {title, consentText, version, askName}}`.',
  })
  settings: Record<string, unknown>;
}

export function toBioPage(row: BioPageEntity): BioPage {
  const { artistId, headline, portraitId, portraitAlt, theme, status, version, publishedVersion, publishedAt } = row;
  return { artistId, headline, portraitId, portraitAlt, theme: toPageTheme(theme), status, version, publishedVersion, publishedAt, hasUnpublishedChanges: version !== publishedVersion };
}

export function toBioSection({ id, type, position, visible, settings }: BioSectionEntity): BioSection {
  return { id, type, position, visible, settings };
}
