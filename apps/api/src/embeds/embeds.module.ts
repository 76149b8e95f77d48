import { Module } from '@nestjs/common';
import { ArtistsModule } from '../artists/artists.module.js';
import { ArtistEmbedCodeResolver, ReleaseEmbedCodeResolver } from './embed-codes.resolver.js';

@Module({ imports: [ArtistsModule], providers: [ReleaseEmbedCodeResolver, ArtistEmbedCodeResolver] })
export class EmbedsModule {}
