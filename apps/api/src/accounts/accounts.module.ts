import { Inject, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Authentication } from '../access/authentication.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { AccountMails } from './account-mails.js';
import { AccountsResolver } from './accounts.resolver.js';
import { AccountsUpkeep } from './accounts-upkeep.js';
import { LocalStrategy } from './local.strategy.js';
import { MeResolver } from './me.resolver.js';
import { PasswordChangesService } from './password-changes.service.js';
import { ProfileService } from './profile.service.js';
import { sessionCookieName } from './session-cookie.js';
import { SessionEntity } from './session.entity.js';
import { sessionStrategy } from './session.strategy.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';
import { SignUpService } from './sign-up.service.js';
import { SignedIn } from './signed-in.js';
import { UserEntity } from './user.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([UserEntity, SessionEntity])],
  providers: [AccountMails, AccountsResolver, AccountsUpkeep, LocalStrategy, MeResolver, PasswordChangesService, ProfileService, SessionsService, SignInService, SignUpService, SignedIn],
  exports: [ProfileService, SessionsService],
})
export class AccountsModule {
  constructor(authentication: Authentication, sessions: SessionsService, @Inject(ENVIRONMENT) environment: Environment) {
    authentication.register('session', sessionStrategy(sessions, sessionCookieName(environment)));
  }
}
