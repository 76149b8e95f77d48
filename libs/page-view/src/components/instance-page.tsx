import type { InstanceView } from '../page-view.js';
import { Credit, PageFrame } from './page-frame.js';
import { pictureSizes, SleevePicture, TypeSleeve } from './sleeve-picture.js';

/** The instance's home page: every artist who has a page here. */
export function InstancePage({ view }: { view: InstanceView }) {
  return (
    <PageFrame view={view}>
      <main>
        <header>
          <h1>{view.title}</h1>
          <p className="quiet">{view.text}</p>
        </header>
        <ul className="artists">
          {view.artists.map((artist) => (
            <li key={artist.handle}>
              <a href={artist.href}>
                {artist.portrait ? <SleevePicture picture={artist.portrait} className="art" sizes={pictureSizes.card} /> : <TypeSleeve title={artist.name} className="art" />}
                <b><bdi>{artist.name}</bdi></b>
              </a>
            </li>
          ))}
        </ul>
      </main>
      <Credit view={view} />
    </PageFrame>
  );
}
