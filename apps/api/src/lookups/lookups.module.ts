import { Global, Module } from '@nestjs/common';
import { Lookups } from './lookups.js';

@Global()
@Module({
  providers: [{ provide: Lookups, useFactory: () => new Lookups([]) }],
  exports: [Lookups],
})
export class LookupsModule {}
