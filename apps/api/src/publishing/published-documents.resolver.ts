import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { PublishedDocument } from '@lynkify/domain';
import { Requires } from '../access/requires.js';
import { BioPage } from '../bio-pages/bio-page.type.js';
import type { RequestContext } from '../graphql/context.js';
import { GraphQLJSON } from '../graphql/scalars.js';
import { Release } from '../releases/release.type.js';
import { PublishedDocumentsService } from './published-documents.service.js';

@Resolver(() => Release)
export class PublishedReleaseDocumentResolver {
  constructor(private readonly documents: PublishedDocumentsService) {}

  @ResolveField(() => GraphQLJSON, { nullable: true, description: 'The document of the smart link as the public sees it now (a `SmartLinkDocument`), of its password only the mark; null when it is not public.' })
  @Requires('releases:read')
  publishedDocument(@Parent() release: Release, @Context() context: RequestContext): Promise<PublishedDocument | null> {
    return this.documents.ofRelease(context).load(release.id);
  }
}

@Resolver(() => BioPage)
export class PublishedBioPageDocumentResolver {
  constructor(private readonly documents: PublishedDocumentsService) {}

  @ResolveField(() => GraphQLJSON, { nullable: true, description: 'The document of the bio page as the public sees it now (a `BioPageDocument`); null when it is not public.' })
  @Requires('artists:read')
  publishedDocument(@Parent() bioPage: BioPage, @Context() context: RequestContext): Promise<PublishedDocument | null> {
    return this.documents.ofArtist(context).load(bioPage.artistId);
  }
}
