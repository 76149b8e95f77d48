import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { Requires } from '../access/requires.js';
import type { UserEntity } from './user.entity.js';

@ObjectType({ description: 'A person with an account.' })
@Requires('user')
export class User {
  @Field(() => ID, { description: 'Id of the user.' })
  id: string;

  @Field(() => String, { description: 'Address with which they sign in.' })
  email: string;

  @Field(() => String, { description: 'Name that the other members see.' })
  name: string;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When they showed that the address is theirs.' })
  emailConfirmedAt: Date | null;
}

export const toUser = ({ id, email, name, emailConfirmedAt }: UserEntity): User => ({ id, email, name, emailConfirmedAt });
