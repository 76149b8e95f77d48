import { Args, Info, Int, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@lynkify/domain';
import { type FieldNode, type GraphQLResolveInfo, visit } from 'graphql';
import { CurrentViewer } from '../access/current-viewer.js';
import { Requires } from '../access/requires.js';
import { PublishedPage, PublishedPageConnection } from './published-page.type.js';
import { PublishedPagesService } from './published-pages.service.js';

@Resolver()
export class PublishedPagesResolver {
  constructor(private readonly pages: PublishedPagesService) {}

  @Query(() => PublishedPage, { nullable: true, description: 'What a public address answers with; null when nothing was ever there. For the renderer.' })
  @Requires('renderer')
  publishedPage(
    @CurrentViewer() viewer: Viewer,
    @Args('path', { description: 'Path of the address.' }) path: string,
    @Args('host', { defaultValue: '', description: 'Empty for the instance’s own host.' }) host: string,
  ): Promise<PublishedPage | null> {
    return this.pages.publishedPage(viewer, path, host);
  }

  @Query(() => PublishedPageConnection, { description: 'Every public address of the instance, by path. For the renderer.' })
  @Requires('renderer')
  publishedPages(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, defaultValue: 500, description: 'How many, at most 1,000.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the page before.' }) after: string | null,
    @Args('kind', { type: () => String, nullable: true, description: 'Only this kind.' }) kind: string | null,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PublishedPageConnection> {
    return this.pages.publishedPages(viewer, { first, after: after ?? null, kind: kind ?? null, whole: asksFor(info, 'document') });
  }
}

/** Whether a field of this name is asked for anywhere below. */
function asksFor({ fieldNodes, fragments }: GraphQLResolveInfo, name: string): boolean {
  let found = false;
  const Field = ({ name: { value } }: FieldNode) => { found ||= value === name; };
  for (const node of [...fieldNodes, ...Object.values(fragments)]) visit(node, { Field });
  return found;
}
