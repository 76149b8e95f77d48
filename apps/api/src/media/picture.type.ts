import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Picture as PublishedPicture } from '@lynkify/domain';
import { Requires } from '../access/requires.js';
import type { MediaEntity } from './media.entity.js';

@ObjectType({ description: 'An uploaded picture in the sizes and formats that pages use. What was uploaded itself is not kept.' })
@Requires('public')
export class Picture {
  @Field(() => ID, { description: 'Part of the picture’s addresses: `/media/{id}/{width}.{format}`.' })
  id: string;

  @Field(() => Int, { description: 'Width of the original in pixels.' })
  width: number;

  @Field(() => Int, { description: 'Height of the original in pixels.' })
  height: number;

  @Field(() => [Int], { description: 'Widths in pixels that exist, ascending.' })
  widths: number[];

  @Field(() => [String], { description: 'Formats that exist, best first: `avif`, `webp`, `jpeg`.' })
  formats: string[];

  @Field(() => [String], { description: 'Two colours taken from the picture, `#rrggbb`, the stronger first.' })
  colours: string[];

  @Field(() => String, { description: 'ThumbHash in base64: paints a blurred picture before the picture is there.' })
  thumbHash: string;

  @Field(() => String, { description: 'What the picture shows, for who cannot see it. Empty: decorative.' })
  alt: string;
}

/** A stored picture as a page holds it, with what it shows there. */
export function toPublishedPicture(row: MediaEntity, alt: string): PublishedPicture {
  const { id, width, height, widths, formats, colours, thumbHash } = row;
  return { id, width, height, widths, formats, colours, thumbHash, alt };
}
