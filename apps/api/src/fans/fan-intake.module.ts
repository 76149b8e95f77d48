import { Module } from '@nestjs/common';
import { ConsentsModule } from '../consents/consents.module.js';
import { FanCaptures } from './fan-captures.service.js';
import { OptInAnswers } from './opt-in-answers.service.js';
import { OptInLimits } from './opt-in-limits.js';
import { OptInMail } from './opt-in-mail.js';
import { OptIns } from './opt-ins.service.js';

/** How fans come in and answer: used by the events that bring them, and by the CRM. */
@Module({
  imports: [ConsentsModule],
  providers: [FanCaptures, OptIns, OptInLimits, OptInMail, OptInAnswers],
  exports: [FanCaptures, OptIns, OptInAnswers, OptInLimits, ConsentsModule],
})
export class FanIntakeModule {}
