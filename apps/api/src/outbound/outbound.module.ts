import { Global, Module } from '@nestjs/common';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { Outbound } from './outbound.js';
import { ServiceTurns } from './service-turns.js';

@Global()
@Module({
  providers: [{ provide: Outbound, inject: [ENVIRONMENT], useFactory: ({ outbound }: Environment) => new Outbound(outbound) }, ServiceTurns],
  exports: [Outbound, ServiceTurns],
})
export class OutboundModule {}
