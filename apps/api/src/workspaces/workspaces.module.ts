import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { MembersService } from './members.service.js';
import { MemberEntity, WorkspaceEntity } from './workspace.entity.js';
import { MembershipsResolver, WorkspacesResolver } from './workspaces.resolver.js';
import { WorkspacesService } from './workspaces.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([WorkspaceEntity, MemberEntity]), AccountsModule],
  providers: [MembersService, MembershipsResolver, WorkspacesResolver, WorkspacesService],
  exports: [MembersService, WorkspacesService],
})
export class WorkspacesModule {}
