import type { ShareView } from '../page-view.js';
import type { Strings } from '../strings/strings.js';

/** How a fan passes the page on, without a script. */
export function Share({ share, words }: { share: ShareView; words: Strings }) {
  return (
    <details className="share">
      <summary>{words.share.share}</summary>
      <div className="sheet">
        <ul>
          {share.ways.map((way) => <li key={way.name}><a href={way.href} rel="nofollow noopener">{way.name}</a></li>)}
        </ul>
        <p className="field">
          <label htmlFor="address">{words.share.address}</label>
          <input id="address" value={share.address} readOnly dir="ltr" />
        </p>
      </div>
    </details>
  );
}
