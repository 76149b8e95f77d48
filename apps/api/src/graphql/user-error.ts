import { Field, ObjectType } from '@nestjs/graphql';
import type { Result } from '@lynkify/domain';
import { Requires } from '../access/requires.js';

@ObjectType({ description: 'An expected reason why a mutation did not do what was asked. Nothing was changed.' })
@Requires('public')
export class UserError {
  @Field(() => String, { description: 'Stable code to program against, e.g. `SLUG_TAKEN`.' })
  code: string;

  @Field(() => [String], { description: 'Where in the input, from the outside in; empty when it is about no single field.' })
  path: string[];

  @Field(() => String, { description: 'One or two plain sentences for a person, saying what to do.' })
  message: string;
}

/** What every mutation's payload has besides the thing itself. */
@ObjectType({ isAbstract: true })
@Requires('public')
export abstract class MutationPayload {
  @Field(() => [UserError], { description: 'Why nothing was changed. Empty when it was done.' })
  userErrors: UserError[];
}

/** A mutation's payload out of a service's Result: `{ [name]: thing | null, userErrors }`. */
export async function payload<Name extends string, T, Wire>(
  name: Name,
  outcome: Promise<Result<T>> | Result<T>,
  toWire: (value: T) => Wire | Promise<Wire>,
): Promise<{ [key in Name]: Wire | null } & { userErrors: UserError[] }> {
  const result = await outcome;
  const thing: Wire | null = result.ok ? await toWire(result.value) : null;
  return { [name]: thing, userErrors: result.ok ? [] : result.errors } as { [key in Name]: Wire | null } & { userErrors: UserError[] };
}
