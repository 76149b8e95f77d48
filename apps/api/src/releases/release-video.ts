import { accept, parseText, refuse, type PublishedVideo, type Result } from '@lynkify/domain';
import { embeddedVideo } from '@lynkify/platforms';
import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { Requires } from '../access/requires.js';

@ObjectType({ description: 'The video on a page. Nothing of it is loaded before a fan asks for it.' })
@Requires('releases:read')
export class ReleaseVideo {
  @Field(() => String, { description: 'Its canonical address at YouTube or Vimeo.' })
  url: string;

  @Field(() => String, { description: 'What the page calls it; empty: the release’s title.' })
  title: string;
}

@InputType({ description: 'A video for a page.' })
export class ReleaseVideoInput {
  @Field(() => String, { description: 'Address at YouTube or Vimeo, in any spelling; empty: the page has none.' })
  @IsString()
  @MaxLength(2_000, { message: 'This address is too long.' })
  url: string;

  @Field(() => String, { nullable: true, description: 'What the page calls it, at most 100 characters.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000, { message: 'The title is too long.' })
  title?: string | null;
}

/** The columns of a typed video. */
export function readVideo({ url, title }: { url: string; title?: string | null }): Result<{ videoUrl: string | null; videoTitle: string }> {
  const words = parseText(title ?? '', 'title', { min: 0, max: 100 });
  if (!words.ok) return words;
  if (url.trim() === '') return accept({ videoUrl: null, videoTitle: words.value });
  const video = embeddedVideo(url);
  return video ? accept({ videoUrl: video.url, videoTitle: words.value }) : refuse('VIDEO_INVALID', ['url'], 'Paste the address of one video at YouTube or Vimeo.');
}

/** The video as pages have it. */
export function publishedVideo({ videoUrl, videoTitle }: { videoUrl: string | null; videoTitle: string }): PublishedVideo | null {
  const video = videoUrl === null ? null : embeddedVideo(videoUrl);
  return video && { provider: video.provider, id: video.id, title: videoTitle };
}
