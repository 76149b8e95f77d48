import { Module } from '@nestjs/common';
import { FansModule } from '../fans/fans.module.js';
import { NumbersModule } from '../numbers/numbers.module.js';
import { ReleasesModule } from '../releases/releases.module.js';
import { HomeResolver } from './home.resolver.js';

@Module({ imports: [FansModule, NumbersModule, ReleasesModule], providers: [HomeResolver] })
export class HomeModule {}
