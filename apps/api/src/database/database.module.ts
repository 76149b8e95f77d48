import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Log } from '../log.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { cdnSetting } from '../publishing/published-pages.js';
import { Database } from './database.js';
import { HangWatch } from './hang-watch.js';

/**
 * A host that lost its power or its network says no goodbye. Without these PostgreSQL keeps what its programs had locked
 * for as long as TCP hopes, which is hours; with them, for a minute at the most (postgresql.org, “Connection Settings”).
 */
const vanished = { tcp_keepalives_idle: 20, tcp_keepalives_interval: 10, tcp_keepalives_count: 3, tcp_user_timeout: 50_000 };

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
        extra: {
          connectionTimeoutMillis: 1_500,
          statement_timeout: 15_000,
          query_timeout: 20_000,
          idle_in_transaction_session_timeout: 30_000,
          application_name: 'lynkify-api',
          options: Object.entries({ ...vanished, ...(environment.cdn ? { [cdnSetting]: 'on' } : {}) }).map(([name, value]) => `-c ${name}=${value}`).join(' '),
        },
      }),
    }),
  ],
  providers: [Database, HangWatch],
  exports: [Database],
})
export class DatabaseModule {}
