import type { Type } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module.js';
import { EventsModule } from './events/events.module.js';
import { ApiKeysModule } from './api-keys/api-keys.module.js';
import { MailModule } from './mail/mail.module.js';
import { WorkspacesModule } from './workspaces/workspaces.module.js';

/** The features of the API, one folder per noun. */
export const features: Type[] = [MailModule, AccountsModule, WorkspacesModule, ApiKeysModule, EventsModule];
