import { Module } from '@nestjs/common';
import { FanIntakeModule } from '../fans/fan-intake.module.js';
import { ReleaseDayService } from './release-day.service.js';
import { ReminderAnswers } from './reminder-answers.service.js';
import { ReminderIntake } from './reminder-intake.service.js';
import { ReminderMail } from './reminder-mail.js';

/** How reminders come in, are answered and sent: used by the events that bring them, and by what a workspace sees of them. */
@Module({
  imports: [FanIntakeModule],
  providers: [ReminderIntake, ReminderAnswers, ReminderMail, ReleaseDayService],
  exports: [ReminderIntake, ReminderAnswers],
})
export class ReminderIntakeModule {}
