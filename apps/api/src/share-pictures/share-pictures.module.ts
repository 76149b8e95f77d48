import { Module } from '@nestjs/common';
import { MediaModule } from '../media/media.module.js';
import { SharePicturesService } from './share-pictures.service.js';

@Module({ imports: [MediaModule], providers: [SharePicturesService] })
export class SharePicturesModule {}
