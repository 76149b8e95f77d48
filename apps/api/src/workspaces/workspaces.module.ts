import { Module } from '@nestjs/common';
import { WorkspacesResolver } from './workspaces.resolver.js';

@Module({ providers: [WorkspacesResolver] })
export class WorkspacesModule {}
