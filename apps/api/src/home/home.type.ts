import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Requires } from '../access/requires.js';

@ObjectType({ description: 'One thing that needs the artist now.' })
@Requires('releases:read')
export class Todo {
  @Field(() => String, { description: '`RELEASE_SOON`, `NO_DESTINATIONS`, `ARTWORK_MISSING`, `DRAFT_RELEASE`, `MATCHES_WAIT` (all of the workspace together), `PAGE_ENDS` (within a week), `UNPUBLISHED_CHANGES` (of a release, or of a bio page when there is no releaseId), `BIO_PAGE_UNPUBLISHED` or `LINKS_DEAD` (of a release, or of several when there is no releaseId; see `destinationProblems`). More may follow.' })
  kind: string;

  @Field(() => String, { description: 'What it is, in words.' })
  title: string;

  @Field(() => String, { description: 'Label of the button that does something about it.' })
  action: string;

  @Field(() => ID, { nullable: true, description: 'The release that it is about.' })
  releaseId: string | null;

  @Field(() => ID, { nullable: true, description: 'The artist that it is about.' })
  artistId: string | null;
}

@ObjectType({ description: 'The first screen: what needs the artist, how it goes, who is new.' })
@Requires('releases:read')
export class Home {
  @Field(() => [Todo], { description: 'What needs the artist now, the most urgent first, at most 10.' })
  todos: Todo[];
}
