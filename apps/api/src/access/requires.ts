import { applyDecorators, SetMetadata } from '@nestjs/common';
import { Extensions } from '@nestjs/graphql';
import type { Permission } from '@lynkify/domain';

export const permissionKey = 'permission';

/**
 * Declares what a viewer must hold. On a GraphQL object type it covers every field of the type; on a field, query,
 * mutation or REST handler it covers that one. What declares nothing cannot be reached: the schema refuses to be
 * built and the REST guard refuses to answer.
 */
export function Requires(permission: Permission): ClassDecorator & MethodDecorator & PropertyDecorator {
  return applyDecorators(SetMetadata(permissionKey, permission), Extensions({ [permissionKey]: permission }));
}
