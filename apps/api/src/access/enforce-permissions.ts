import type { Permission, Viewer } from '@lynkify/domain';
import { defaultFieldResolver, isObjectType, type GraphQLField, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { requirePermission } from './access.js';
import { permissionKey } from './requires.js';

/** What every GraphQL resolver finds in its context. */
export interface ViewerContext {
  viewer: Viewer;
}

/**
 * Puts the declared permission in front of every field of the schema.
 * @throws when any field declares none, by itself or by its type: such a schema is not served
 */
export function enforcePermissions(schema: GraphQLSchema): GraphQLSchema {
  const undeclared: string[] = [];
  const roots = new Set([schema.getQueryType(), schema.getMutationType()]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const permission = declaredPermission(field, roots.has(type) ? null : type);
      if (permission === null) undeclared.push(`${type.name}.${field.name}`);
      else if (permission !== 'public') guard(field, permission);
    }
  }
  if (undeclared.length > 0) throw new Error(`These GraphQL fields declare no permission (@Requires): ${undeclared.join(', ')}`);
  return schema;
}

/** The permission of a field: its own, else its type's. Root fields must declare their own. */
export function declaredPermission(field: GraphQLField<unknown, unknown>, type: GraphQLObjectType | null): Permission | null {
  const declared = field.extensions[permissionKey] ?? type?.extensions[permissionKey];
  return typeof declared === 'string' ? (declared as Permission) : null;
}

function guard(field: GraphQLField<unknown, ViewerContext>, permission: Permission): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    requirePermission(context.viewer, permission);
    return resolve(source, args, context, info);
  };
}
