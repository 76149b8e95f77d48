import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { enforcePermissions } from '../access/enforce-permissions.js';
import { features } from '../features.js';

/** The schema as the resolvers declare it, without a database or a server. */
export async function buildSchema(): Promise<GraphQLSchema> {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  try {
    const schema = await app.get(GraphQLSchemaFactory).create(resolverClasses(), { numberScalarMode: 'integer' });
    return enforcePermissions(lexicographicSortSchema(schema));
  } finally {
    await app.close();
  }
}

/** The committed contract: SDL, sorted, with every description. */
export async function printSchemaText(): Promise<string> {
  return `${printSchema(await buildSchema())}\n`;
}

function resolverClasses(): (new (...dependencies: never[]) => object)[] {
  const classes: (new (...dependencies: never[]) => object)[] = [];
  for (const feature of features) {
    const providers: unknown[] = Reflect.getMetadata('providers', feature) ?? [];
    for (const provider of providers) {
      if (isClass(provider) && Reflect.hasMetadata('graphql:resolver_type', provider)) classes.push(provider);
    }
  }
  return classes;
}

function isClass(provider: unknown): provider is new (...dependencies: never[]) => object {
  return typeof provider === 'function' && provider.prototype !== undefined;
}
