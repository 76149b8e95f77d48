import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsString } from 'class-validator';
import { Requires } from '../access/requires.js';
import { Destination } from '../destinations/destination.type.js';
import { connectionOf } from '../graphql/connection.js';
import { Release } from '../releases/release.type.js';

@ObjectType({ description: 'A destination that needs a person: gone, or moved to another address.' })
@Requires('releases:read')
export class DestinationProblem {
  @Field(() => Destination, { description: 'Which one; `checkState` and `checkMessage` say what is wrong.' })
  destination: Destination;

  @Field(() => Release, { description: 'Whose button it is.' })
  release: Release;
}

@ObjectType({ description: 'Destinations that need a person, the newest problem first.' })
@Requires('releases:read')
export class DestinationProblemConnection extends connectionOf(DestinationProblem, 'DestinationProblem') {}

@InputType({ description: 'A destination to look at now.' })
export class CheckDestinationInput {
  @Field(() => ID, { description: 'Which destination.' })
  @IsString()
  destinationId: string;
}

@InputType({ description: 'A destination that moved.' })
export class AcceptMovedDestinationInput {
  @Field(() => ID, { description: 'Which destination.' })
  @IsString()
  destinationId: string;
}
