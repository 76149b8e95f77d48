import type { SmartLinkView } from '../page-view.js';
import type { Strings } from '../strings/strings.js';

/** So many tracks with previews are shown at once; more of them open with a press. */
const mostOpen = 6;

/** The track list. A player stands beside each track that has a preview; it loads nothing before it is pressed. */
export function Tracks({ view, words }: { view: SmartLinkView; words: Strings }) {
  const { tracks, lenders } = view;
  return (
    <details className={lenders.length > 0 ? 'tracks heard' : 'tracks'} open={lenders.length > 0 && tracks.length <= mostOpen}>
      <summary>{tracks.length > 1 ? words.smartLink.tracks(tracks.length) : words.tracks.preview}</summary>
      <ol>
        {tracks.map((track, index) => (
          <li key={index}>
            <span><bdi>{track.title}</bdi></span> {track.duration !== null && <small>{track.duration}</small>}
            {track.preview !== null && <audio controls preload="none" src={track.preview || undefined} aria-label={words.tracks.of(track.title)} controlsList="nodownload noplaybackrate" />}
          </li>
        ))}
      </ol>
      {lenders.length > 0 && <p className="lent">{lenders.map((lender) => words.tracks.lent(lender)).join(' · ')}</p>}
    </details>
  );
}
