import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { DatabaseModule } from './database/database.module.js';
import { ENVIRONMENT, type Environment } from './environment.js';
import { features } from './features.js';
import { GraphqlModule } from './graphql/graphql.module.js';
import { HealthController } from './health/health.controller.js';
import { JobsModule } from './jobs/jobs.module.js';
import { Log, createLog } from './log.js';

@Module({})
export class AppModule {
  static with(environment: Environment): DynamicModule {
    return {
      module: AppModule,
      imports: [settingsModule(environment), DatabaseModule, AccessModule, JobsModule, GraphqlModule, ...features],
      controllers: [HealthController],
    };
  }
}

@Global()
@Module({})
class SettingsModule {}

function settingsModule(environment: Environment): DynamicModule {
  return {
    module: SettingsModule,
    providers: [
      { provide: ENVIRONMENT, useValue: environment },
      { provide: Log, useValue: createLog(environment.logLevel) },
    ],
    exports: [ENVIRONMENT, Log],
  };
}
