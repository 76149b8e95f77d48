import type { Type } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module.js';
import { EventsModule } from './events/events.module.js';
import { FansModule } from './fans/fans.module.js';
import { HomeModule } from './home/home.module.js';
import { NumbersModule } from './numbers/numbers.module.js';
import { ApiKeysModule } from './api-keys/api-keys.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { InvitationsModule } from './invitations/invitations.module.js';
import { LinkChecksModule } from './link-checks/link-checks.module.js';
import { MailModule } from './mail/mail.module.js';
import { ArtistsModule } from './artists/artists.module.js';
import { BioPagesModule } from './bio-pages/bio-pages.module.js';
import { DestinationsModule } from './destinations/destinations.module.js';
import { LookupsModule } from './lookups/lookups.module.js';
import { MatchingModule } from './matching/matching.module.js';
import { MediaModule } from './media/media.module.js';
import { MovingInModule } from './moving-in/moving-in.module.js';
import { OutboundModule } from './outbound/outbound.module.js';
import { PublishingModule } from './publishing/publishing.module.js';
import { ReleasesModule } from './releases/releases.module.js';
import { RemindersModule } from './reminders/reminders.module.js';
import { SharingModule } from './sharing/sharing.module.js';
import { TracksModule } from './tracks/tracks.module.js';
import { VisitorSaltsModule } from './visitor-salts/visitor-salts.module.js';
import { WorkspacesModule } from './workspaces/workspaces.module.js';

/** The features of the API, one folder per noun. */
export const features: Type[] = [OutboundModule, LookupsModule, MailModule, AccountsModule, WorkspacesModule, InvitationsModule, ApiKeysModule, EventsModule, FansModule, NumbersModule, HomeModule, ImportsModule, ArtistsModule, BioPagesModule, DestinationsModule, LinkChecksModule, MatchingModule, MediaModule, MovingInModule, PublishingModule, ReleasesModule, RemindersModule, SharingModule, TracksModule, VisitorSaltsModule];
