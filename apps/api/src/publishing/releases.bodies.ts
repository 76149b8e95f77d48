import { releaseTypes, type ReleaseType } from '@lynkify/domain';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

/** Body of `POST /v1/releases`. */
export class NewReleaseBody {
  /** May be left out in a workspace with one artist. */
  @IsOptional()
  @IsString()
  artistId?: string;

  /** Begins the release from a link, a UPC or an ISRC and looks the rest up; beside it only `artistId` and `slug`. */
  @IsOptional()
  @IsString()
  @MaxLength(65_536, { message: 'This is too much at once. Send at most 500 links.' })
  from?: string;

  /** Whether the release is looked up at music services. */
  @IsOptional()
  @IsBoolean({ message: 'Send true or false.' })
  match?: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(1_000, { message: 'The title is too long.' })
  title?: string;

  /** One text, or one link an entry. */
  @IsOptional()
  @IsString({ each: true, message: 'Send the links as a text or as a list of texts.' })
  @MaxLength(65_536, { each: true, message: 'This is too much at once. Send at most 500 links.' })
  links?: string | string[];

  @IsOptional()
  @IsString()
  @MaxLength(300, { message: 'An address has at most 80 characters.' })
  slug?: string;

  @IsOptional()
  @IsIn(releaseTypes, { message: `Choose one of ${releaseTypes.join(', ')}.` })
  type?: ReleaseType;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  releaseDate?: string;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  releaseTime?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  timeZone?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  upc?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1_000, { message: 'The credit is too long.' })
  artistCredit?: string;
}

/** Body of `PATCH /v1/releases/{id}/destinations/{platform}`. What is left out stays; null clears. */
export class DestinationOfferBody {
  @IsOptional()
  @IsBoolean({ message: 'Send true or false.' })
  offered?: boolean | null;

  /** `YYYY-MM-DDTHH:MM` in the release's zone. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  offeredFrom?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  offeredUntil?: string | null;

  /** Null: as the platform usually is. */
  @IsOptional()
  @IsBoolean({ message: 'Send true, false or null.' })
  beforeRelease?: boolean | null;
}
