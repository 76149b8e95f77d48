import { Inject } from '@nestjs/common';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@lynkify/domain';
import { CurrentViewer } from '../access/current-viewer.js';
import { Requires } from '../access/requires.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import type { RequestContext } from '../graphql/context.js';
import { payload } from '../graphql/user-error.js';
import { ArtistPayload, ChangeHandleInput, CreateArtistInput, HandleAvailability, UpdateArtistInput } from './artist.inputs.js';
import { Artist, toArtist } from './artist.type.js';
import { ArtistsService } from './artists.service.js';

@Resolver(() => Artist)
export class ArtistsResolver {
  constructor(
    private readonly artists: ArtistsService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Query(() => Artist, { nullable: true, description: 'One artist of the workspace.' })
  @Requires('artists:read')
  async artist(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'The artist’s id.' }) id: string): Promise<Artist | null> {
    const artist = await this.artists.artist(viewer, id);
    return artist && toArtist(artist);
  }

  @Query(() => Artist, { nullable: true, description: 'One artist of the workspace by the handle that it holds now.' })
  @Requires('artists:read')
  async artistByHandle(@CurrentViewer() viewer: Viewer, @Args('handle', { description: 'The handle, with or without @.' }) handle: string): Promise<Artist | null> {
    const artist = await this.artists.artistByHandle(viewer, handle);
    return artist && toArtist(artist);
  }

  @Query(() => HandleAvailability, { description: 'Whether a handle can be had, and which one could instead.' })
  @Requires('any-viewer')
  handleAvailability(@CurrentViewer() viewer: Viewer, @Args('handle', { description: 'The handle, or a name to make one from.' }) handle: string): Promise<HandleAvailability> {
    return this.artists.handleAvailability(viewer, handle);
  }

  @Mutation(() => ArtistPayload, { description: 'Adds an artist with its bio page. Codes: HANDLE_TAKEN, HANDLE_LOOKALIKE, HANDLE_RESERVED, HANDLE_INVALID, HANDLE_TOO_SHORT, HANDLE_TOO_LONG, TEXT_EMPTY, TEXT_TOO_LONG.' })
  @Requires('artists:write')
  createArtist(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: CreateArtistInput): Promise<ArtistPayload> {
    return payload('artist', this.artists.createArtist(viewer, input), toArtist);
  }

  @Mutation(() => ArtistPayload, { description: 'Changes an artist’s name.' })
  @Requires('artists:write')
  updateArtist(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: UpdateArtistInput): Promise<ArtistPayload> {
    return payload('artist', this.artists.updateArtist(viewer, input), toArtist);
  }

  @Mutation(() => ArtistPayload, { description: 'Moves all of an artist’s public addresses to a new handle. The old ones redirect for good and are never given to somebody else. Codes as of createArtist.' })
  @Requires('artists:write')
  changeHandle(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'What is asked for.' }) input: ChangeHandleInput): Promise<ArtistPayload> {
    return payload('artist', this.artists.changeHandle(viewer, input), toArtist);
  }

  @ResolveField(() => String, { description: 'Address of the bio page.' })
  publicUrl(@Parent() artist: Artist): string {
    return `${this.environment.publicPagesUrl}/${artist.handle}`;
  }

  @ResolveField(() => [String], { description: 'Handles held before, the latest first. Their addresses redirect.' })
  formerHandles(@Parent() artist: Artist, @Context() context: RequestContext): Promise<string[]> {
    return this.artists.formerHandles(context).load(artist.id);
  }
}
