import { Module } from '@nestjs/common';
import { Consents } from './consents.service.js';

@Module({ providers: [Consents], exports: [Consents] })
export class ConsentsModule {}
