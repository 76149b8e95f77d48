import multipart from '@fastify/multipart';
import { Module } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { FastifyInstance } from 'fastify';
import { MediaController } from './media.controller.js';
import { MediaEntity } from './media.entity.js';
import { MediaService } from './media.service.js';
import { PictureFiles } from './picture-files.js';
import { PictureResolver } from './picture.resolver.js';

@Module({ imports: [TypeOrmModule.forFeature([MediaEntity])], providers: [MediaService, PictureFiles, PictureResolver], controllers: [MediaController], exports: [MediaService, PictureFiles] })
export class MediaModule {
  constructor({ httpAdapter }: HttpAdapterHost) {
    void httpAdapter.getInstance<FastifyInstance>().register(multipart);
  }
}
