import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { PageTheme, toPageTheme } from '../releases/page-theme.type.js';
import { Requires } from '../access/requires.js';
import type { ArtistEntity } from './artist.entity.js';

@ObjectType({ description: 'A public identity: a musician, a band or a podcaster. It has one handle, one bio page and many releases.' })
@Requires('artists:read')
export class Artist {
  @Field(() => ID, { description: 'Stays the same, whatever the handle.' })
  id: string;

  @Field(() => String, { description: 'First part of every public address of this artist, e.g. `lady-gaga`. Unique over the whole instance.' })
  handle: string;

  @Field(() => String, { description: 'The name as fans read it.' })
  name: string;

  @Field(() => PageTheme, { nullable: true, description: 'How new releases of this artist look from the start. Null: as all do.' })
  releaseTheme: PageTheme | null;

  @Field(() => GraphQLISODateTime, { description: 'When the artist was added.' })
  createdAt: Date;
}

export function toArtist({ id, handle, name, releaseTheme, createdAt }: ArtistEntity): Artist {
  return { id, handle, name, releaseTheme: releaseTheme && toPageTheme(releaseTheme), createdAt };
}
