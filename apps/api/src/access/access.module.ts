import { Global, Inject, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { Authentication } from './authentication.js';
import { DeclaredRoutes } from './declared-routes.js';
import { RateLimits } from './rate-limits.js';
import { rendererStrategy } from './renderer.strategy.js';
import { RestGuard } from './rest.guard.js';

@Global()
@Module({ providers: [Authentication, DeclaredRoutes, RateLimits, { provide: APP_GUARD, useClass: RestGuard }], exports: [Authentication, RateLimits] })
export class AccessModule {
  constructor(authentication: Authentication, @Inject(ENVIRONMENT) environment: Environment) {
    authentication.register('renderer', rendererStrategy(environment.rendererKey));
  }
}
