import { Inject } from '@nestjs/common';
import { Args, Context, Parent, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';
import { embedCode, embedHeights } from '@lynkify/domain';
import { Requires } from '../access/requires.js';
import { Artist } from '../artists/artist.type.js';
import { ArtistsService } from '../artists/artists.service.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import type { RequestContext } from '../graphql/context.js';
import { Release } from '../releases/release.type.js';

enum EmbedSize {
  LOW = 'low',
  HIGH = 'high',
}

registerEnumType(EmbedSize, {
  name: 'EmbedSize',
  description: 'How high the card of a page is.',
  valuesMap: { LOW: { description: '152 pixels: artwork, title and the first platforms as marks.' }, HIGH: { description: '352 pixels: the first platforms by name.' } },
});

const description = 'HTML to paste into another site: the page as a card of a player’s size. It shows what is public, once that is published.';
const size = { type: () => EmbedSize, defaultValue: EmbedSize.HIGH, description: 'How high the card is.' };

@Resolver(() => Release)
export class ReleaseEmbedCodeResolver {
  constructor(
    private readonly artists: ArtistsService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @ResolveField(() => String, { description })
  @Requires('releases:read')
  async embedCode(@Parent() release: Release, @Args('size', size) height: EmbedSize, @Context() context: RequestContext): Promise<string> {
    const handle = await this.artists.handleById(context).load(release.artistId);
    return embedCode(`${this.environment.publicPagesUrl}/${handle ?? ''}/${release.slug}`, [release.title, release.artistCredit].filter(Boolean).join(' – '), { height: embedHeights[height] });
  }
}

@Resolver(() => Artist)
export class ArtistEmbedCodeResolver {
  constructor(@Inject(ENVIRONMENT) private readonly environment: Environment) {}

  @ResolveField(() => String, { description })
  @Requires('artists:read')
  embedCode(@Parent() artist: Artist, @Args('size', size) height: EmbedSize): string {
    return embedCode(`${this.environment.publicPagesUrl}/${artist.handle}`, artist.name, { height: embedHeights[height] });
  }
}
