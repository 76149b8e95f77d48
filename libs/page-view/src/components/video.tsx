import type { SmartLinkView } from '../page-view.js';
import type { Strings } from '../strings/strings.js';

/**
 * A video that nothing is loaded of before somebody presses its picture: a lazy frame in closed details is never near the
 * screen. Opened, the frame stands where the picture stood.
 */
export function Video({ video, words }: { video: NonNullable<SmartLinkView['video']>; words: Strings }) {
  return (
    <details className="video">
      <summary>
        {video.poster !== null && <img src={video.poster} alt="" width="640" height="360" loading="lazy" decoding="async" />}
        <span><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M7 4v16l13-8z" /></svg><span className="unseen">{words.more.video}: </span><bdi>{video.title}</bdi></span>
      </summary>
      <iframe src={video.player} title={video.title} loading="lazy" width="640" height="360" allow="autoplay; encrypted-media; fullscreen; picture-in-picture" />
    </details>
  );
}
