import { Global, Module } from '@nestjs/common';
import { Metrics } from './metrics.js';
import { MetricsCollector } from './metrics-collector.js';

@Global()
@Module({ providers: [Metrics, MetricsCollector], exports: [Metrics, MetricsCollector] })
export class MetricsModule {}
