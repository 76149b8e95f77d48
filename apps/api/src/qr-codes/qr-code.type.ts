import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import { Requires } from '../access/requires.js';
import type { QrCode as Drawable } from './qr-codes.service.js';

@InputType({ description: 'What a QR code says and shows. Name a release or an artist.' })
export class QrCodeInput {
  @Field(() => ID, { nullable: true, description: 'The release whose smart link it leads to.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  releaseId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The artist whose bio page it leads to.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  artistId?: string | null;

  @Field(() => String, { nullable: true, description: 'Channel that its visits are counted with; `qr` where nothing is said. Not read where an address is given.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  channel?: string | null;

  @Field(() => String, { nullable: true, description: 'Another address of the public pages in place of the page’s own, taken as it is: a short form, which makes coarser, surer codes.' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  url?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the artwork or portrait stands in the middle, where there is one. True where nothing is said.' })
  @IsOptional()
  @IsBoolean()
  artwork?: boolean | null;
}

@ObjectType({ description: 'A QR code, drawn. As files it is at `/v1/releases/{id}/qr.svg` and `.png`, and the same below `/v1/artists/{id}`, with the parameters `channel`, `url`, `artwork`, `mm` and `dpi`, or `px`.' })
@Requires('any-viewer')
export class QrCode {
  @Field(() => String, { description: 'The address in it.' })
  url: string;

  @Field(() => String, { description: 'The code as SVG, 20 mm wide, sharp in any size.' })
  svg: string;

  @Field(() => String, { description: 'Where it can be downloaded as SVG, with this session or key.' })
  svgUrl: string;

  /** What fields are made of. */
  base: string;
  drawable: Drawable;
}
