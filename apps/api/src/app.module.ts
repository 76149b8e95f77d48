import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { Life } from '@lynkify/workers';
import { AccessModule } from './access/access.module.js';
import { DatabaseModule } from './database/database.module.js';
import { ENVIRONMENT, type Environment } from './environment.js';
import { features } from './features.js';
import { GraphqlModule } from './graphql/graphql.module.js';
import { HealthController } from './health/health.controller.js';
import { LIFE } from './health/life.js';
import { JobsModule } from './jobs/jobs.module.js';
import { Log, createLog } from './log.js';
import { MetricsModule } from './metrics/metrics.module.js';

@Module({})
export class AppModule {
  static with(environment: Environment, life: Life): DynamicModule {
    return {
      module: AppModule,
      imports: [settingsModule(environment, life), DatabaseModule, AccessModule, JobsModule, MetricsModule, GraphqlModule, ...features],
      controllers: [HealthController],
    };
  }
}

@Global()
@Module({})
class SettingsModule {}

function settingsModule(environment: Environment, life: Life): DynamicModule {
  return {
    module: SettingsModule,
    providers: [
      { provide: ENVIRONMENT, useValue: environment },
      { provide: LIFE, useValue: life },
      { provide: Log, useValue: createLog(environment.logLevel) },
    ],
    exports: [ENVIRONMENT, LIFE, Log],
  };
}
