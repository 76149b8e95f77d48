import { Module } from '@nestjs/common';
import { ReminderIntakeModule } from './reminder-intake.module.js';
import { RemindersResolver } from './reminders.resolver.js';
import { RemindersService } from './reminders.service.js';

@Module({
  imports: [ReminderIntakeModule],
  providers: [RemindersService, RemindersResolver],
})
export class RemindersModule {}
