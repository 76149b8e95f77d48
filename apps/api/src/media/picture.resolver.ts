import { Inject } from '@nestjs/common';
import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { pictureUrl } from './picture-url.js';
import { Picture } from './picture.type.js';

@Resolver(() => Picture)
export class PictureResolver {
  constructor(@Inject(ENVIRONMENT) private readonly environment: Environment) {}

  @ResolveField(() => String, { description: 'Absolute address of the JPEG that is at least this wide, or the widest.' })
  url(@Parent() picture: Picture, @Args('width', { type: () => Int, defaultValue: 640, description: 'Pixels.' }) width: number): string {
    return pictureUrl(this.environment.publicApiUrl, picture, width);
  }
}
