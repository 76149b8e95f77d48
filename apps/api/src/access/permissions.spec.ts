import { describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, type Type } from '@nestjs/common';
import { Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { createDatabase, startMailbox } from '@lynkify/testing';
import { isObjectType } from 'graphql';
import { createApp } from '../create-app.js';
import { migrateDatabase } from '../database/migrate-database.js';
import { readEnvironment } from '../environment.js';
import { features } from '../features.js';
import { buildSchema } from '../graphql/print-schema-text.js';
import { startTestApi } from '../testing/test-api.js';
import { DeclaredRoutes } from './declared-routes.js';
import { declaredPermission } from './enforce-permissions.js';
import { Requires } from './requires.js';

@Resolver()
class UndeclaredQuery {
  @Query(() => String, { description: 'Declares nothing.' })
  secretOfAll(): string {
    return 'open';
  }
}
@Module({ providers: [UndeclaredQuery] })
class UndeclaredQueryModule {}

@ObjectType({ description: 'A type that declares nothing.' })
class Leak {
  @Field(() => String, { description: 'Declares nothing.' })
  secret: string;
}
@Resolver()
class DeclaredQueryOfAnUndeclaredType {
  @Query(() => Leak, { description: 'Declares something, its type does not.' })
  @Requires('public')
  leak(): Leak {
    return { secret: 'open' };
  }
}
@Module({ providers: [DeclaredQueryOfAnUndeclaredType] })
class UndeclaredTypeModule {}

@Controller('made-up')
class UndeclaredRoute {
  @Get('secret')
  secret(): string {
    return 'open';
  }
}
@Module({ controllers: [UndeclaredRoute] })
class UndeclaredRouteModule {}

describe('declared permissions', () => {
  it('are there for every field of every type of the schema', async () => {
    const schema = await buildSchema();
    const roots = new Set([schema.getQueryType(), schema.getMutationType()]);
    const undeclared = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .filter((type) => !type.name.startsWith('__'))
      .flatMap((type) => Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, permission: declaredPermission(field, roots.has(type) ? null : type) })))
      .filter(({ permission }) => permission === null);
    expect(undeclared).toEqual([]);
    expect(Object.keys(schema.getMutationType()?.getFields() ?? {})).toContain('signIn');
  });

  it('are there for every REST route', async () => {
    const api = await startTestApi();
    try {
      const handlers = api.app.get(DeclaredRoutes).handlers();
      expect(handlers.map(({ name }) => name)).toContain('GET //healthz (HealthController.alive)');
      expect(handlers.filter(({ handler }) => !Reflect.hasMetadata('permission', handler)).map(({ name }) => name)).toEqual([]);
    } finally {
      await api.stop();
    }
  });

  it.each<[string, Type, RegExp]>([
    ['a query', UndeclaredQueryModule, /declare no permission.*Query\.secretOfAll/],
    ['a type', UndeclaredTypeModule, /declare no permission.*Leak\.secret/],
    ['a REST route', UndeclaredRouteModule, /declare no permission.*GET made-up\/secret/],
  ])('keep the program from serving when %s has none', async (_what, module, message) => {
    const database = await createDatabase(migrateDatabase);
    const mailbox = await startMailbox();
    features.push(module);
    try {
      const app = await createApp(
        readEnvironment({ DATABASE_URL: database.appUrl, RENDERER_KEY: 'r'.repeat(32), LINK_KEY: 'l'.repeat(32), SMTP_URL: mailbox.url, MEDIA_DIR: '/tmp', LOG_LEVEL: 'silent', DATABASE_POOL: '2' }),
      );
      try {
        await expect(app.listen(0, '127.0.0.1')).rejects.toThrow(message);
      } finally {
        await app.close();
      }
    } finally {
      features.pop();
      await mailbox.stop();
      await database.drop();
    }
  });
});
