import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import type { PublishedDocument } from '@lynkify/domain';
import { Requires } from '../access/requires.js';
import { PageInfo } from '../graphql/connection.js';
import { GraphQLJSON } from '../graphql/scalars.js';

@ObjectType({ description: 'What a public address answers with. For the renderer.' })
@Requires('renderer')
export class PublishedPage {
  @Field(() => String, { description: 'Path of the address, with a slash at the start and none at the end.' })
  path: string;

  @Field(() => String, { description: '`smart-link`, `bio-page`, `redirect` or `gone`.' })
  kind: string;

  @Field(() => String, { description: 'A number that grows with every change of the instance; the page’s ETag.' })
  version: string;

  @Field(() => GraphQLJSON, { description: 'The document: PublishedDocument of the domain library.' })
  document: PublishedDocument;

  @Field(() => GraphQLISODateTime, { description: 'When it was published.' })
  publishedAt: Date;
}

@ObjectType({ description: 'A page of published pages. For the renderer.' })
@Requires('renderer')
export class PublishedPageConnection {
  @Field(() => [PublishedPage], { description: 'By path.' })
  nodes: PublishedPage[];

  @Field(() => PageInfo, { description: 'Where this page begins and ends.' })
  pageInfo: PageInfo;
}
