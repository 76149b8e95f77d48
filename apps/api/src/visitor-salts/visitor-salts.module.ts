import { Module } from '@nestjs/common';
import { VisitorSaltsController } from './visitor-salts.controller.js';
import { VisitorSaltsService } from './visitor-salts.service.js';

@Module({ controllers: [VisitorSaltsController], providers: [VisitorSaltsService] })
export class VisitorSaltsModule {}
