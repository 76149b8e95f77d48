import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { Requires } from '../access/requires.js';
import type { SessionEntity } from './session.entity.js';
import { User } from './user.type.js';

@ObjectType({ description: 'A place where somebody is signed in.' })
@Requires('user')
export class Session {
  @Field(() => ID, { description: 'Id of the session.' })
  id: string;

  @Field(() => String, { description: 'Browser and system, e.g. "Chrome on Android".' })
  device: string;

  @Field(() => GraphQLISODateTime, { description: 'When they signed in.' })
  createdAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it was last used, to the hour.' })
  lastSeenAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it ends if it is not used again.' })
  expiresAt: Date;

  @Field(() => Boolean, { description: 'Whether this request belongs to it.' })
  current: boolean;
}

@ObjectType({ description: 'Whoever is signed in.' })
@Requires('user')
export class Me {
  @Field(() => User, { description: 'The account.' })
  user: User;
}

export const toSession = ({ id, device, createdAt, lastSeenAt, expiresAt }: SessionEntity, currentId: string | null): Session => ({ id, device, createdAt, lastSeenAt, expiresAt, current: id === currentId });
