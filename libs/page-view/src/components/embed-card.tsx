import type { EmbedView } from '../embed-view.js';
import { strings } from '../strings/strings.js';
import { markClass } from '../styles/mark-class.js';
import { MarkIcon } from './mark.js';

/** The site around the card stays: what is tapped opens beside it. */
const beside = { target: '_blank', rel: 'noopener nofollow' } as const;

/** A page as a card of a player's size, for other sites. */
export function EmbedCard({ view }: { view: EmbedView }) {
  const { artwork } = view;
  return (
    <main className={`card ${view.theme.buttons}`}>
      <a className="sleeve" href={view.href} {...beside} tabIndex={-1} aria-hidden="true">
        {artwork && (
          <picture>
            {artwork.sources.map((source) => <source key={source.type} type={source.type} srcSet={source.srcSet} sizes="128px" />)}
            <img src={artwork.src} alt="" width={artwork.width} height={artwork.height} decoding="async" />
          </picture>
        )}
      </a>
      <div className="titles">
        <h1><a href={view.href} {...beside}><bdi>{view.title}</bdi></a></h1>
        {view.by !== '' && <p><bdi>{view.by}</bdi></p>}
        {view.out !== null && <p>{view.out}</p>}
      </div>
      <nav aria-label={strings(view.locale).smartLink.platforms}>
        <ul>
          {view.rows.map((row) => (
            <li key={row.platform}>
              <a className="row" href={row.href} {...beside}>
                <MarkIcon mark={row.mark} className={markClass(row.platform)} />
                <span className="name">{row.name}</span> <span className="action">{row.action}</span>
              </a>
            </li>
          ))}
          {view.more !== null && <li className="more"><a className="row" href={view.href} {...beside}><span className="name">{view.more}</span></a></li>}
        </ul>
      </nav>
    </main>
  );
}
