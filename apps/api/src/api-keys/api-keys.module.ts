import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Authentication } from '../access/authentication.js';
import { WorkspacesModule } from '../workspaces/workspaces.module.js';
import { ApiKeyEntity } from './api-key.entity.js';
import { apiKeyStrategy } from './api-key.strategy.js';
import { ApiKeysResolver, WorkspaceApiKeysResolver } from './api-keys.resolver.js';
import { ApiKeysService } from './api-keys.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([ApiKeyEntity]), WorkspacesModule],
  providers: [ApiKeysResolver, ApiKeysService, WorkspaceApiKeysResolver],
  exports: [ApiKeysService],
})
export class ApiKeysModule {
  constructor(authentication: Authentication, keys: ApiKeysService) {
    authentication.register('api-key', apiKeyStrategy(keys));
  }
}
