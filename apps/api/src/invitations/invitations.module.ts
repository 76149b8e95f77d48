import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WorkspacesModule } from '../workspaces/workspaces.module.js';
import { InvitationEntity } from './invitation.entity.js';
import { InvitationMails } from './invitation-mails.js';
import { InvitationsResolver, WorkspaceInvitationsResolver } from './invitations.resolver.js';
import { InvitationsService } from './invitations.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([InvitationEntity]), WorkspacesModule],
  providers: [InvitationMails, InvitationsResolver, InvitationsService, WorkspaceInvitationsResolver],
})
export class InvitationsModule {}
