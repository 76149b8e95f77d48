import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Log } from '../log.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { cdnSetting } from '../publishing/published-pages.js';
import { Database } from './database.js';
import { HangWatch } from './hang-watch.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [ENVIRONMENT, Log],
      useFactory: (environment: Environment, log: Log) => ({
        type: 'postgres' as const,
        url: environment.databaseUrl,
        autoLoadEntities: true,
        synchronize: false,
        // uuidv7() is built in; the application's role may not install anything.
        installExtensions: false,
        poolSize: environment.databasePool,
        retryAttempts: 10,
        retryDelay: 500,
        // A database that went away must not kill the program: the next unit of work opens a new connection.
        poolErrorHandler: (error: unknown) => log.warn({ err: error }, 'a database connection was lost'),
        extra: { connectionTimeoutMillis: 1_500, statement_timeout: 15_000, query_timeout: 20_000, application_name: 'lynkify-api', ...(environment.cdn ? { options: `-c ${cdnSetting}=on` } : {}) },
      }),
    }),
  ],
  providers: [Database, HangWatch],
  exports: [Database],
})
export class DatabaseModule {}
