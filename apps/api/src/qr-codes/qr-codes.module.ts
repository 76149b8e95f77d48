import { Module } from '@nestjs/common';
import { MediaModule } from '../media/media.module.js';
import { QrCodesController } from './qr-codes.controller.js';
import { QrCodesResolver } from './qr-codes.resolver.js';
import { QrCodesService } from './qr-codes.service.js';

@Module({ imports: [MediaModule], providers: [QrCodesService, QrCodesResolver], controllers: [QrCodesController] })
export class QrCodesModule {}
