import { describe, expect, it } from '@jest/globals';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, isSpecifiedScalarType, type GraphQLNamedType, type GraphQLSchema } from 'graphql';
import { buildSchema } from './print-schema-text.js';

describe('the schema as the manual of the API', () => {
  it('describes every type, field, argument and value', async () => {
    expect(undescribed(await buildSchema())).toEqual([]);
  });
});

function undescribed(schema: GraphQLSchema): string[] {
  const roots: (GraphQLNamedType | null | undefined)[] = [schema.getQueryType(), schema.getMutationType()];
  return Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
    .flatMap((type) => [...(type.description || roots.includes(type) ? [] : [type.name]), ...partsWithout(type)]);
}

function partsWithout(type: GraphQLNamedType): string[] {
  if (isEnumType(type)) return type.getValues().filter((value) => !value.description).map((value) => `${type.name}.${value.name}`);
  if (isInputObjectType(type)) return Object.values(type.getFields()).filter((field) => !field.description).map((field) => `${type.name}.${field.name}`);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    ...(field.description ? [] : [`${type.name}.${field.name}`]),
    ...field.args.filter((argument) => !argument.description).map((argument) => `${type.name}.${field.name}(${argument.name})`),
  ]);
}
