import type { BioPageView } from '../page-view.js';
import { strings } from '../strings/strings.js';
import { BioSection } from './bio-section.js';
import { OwnPlatform } from './own-platform.js';
import { Credit, PageFrame } from './page-frame.js';
import { pictureSizes, SleevePicture, titleSize } from './sleeve-picture.js';

/** The permanent public page of one artist. */
export function BioPage({ view }: { view: BioPageView }) {
  const words = strings(view.locale);
  return (
    <PageFrame view={view}>
      <main>
        <header className={view.portrait ? 'sleeve' : 'sleeve bare'}>
          {view.portrait && <SleevePicture picture={view.portrait} className="portrait" sizes={pictureSizes.portrait} first />}
          <div className="titles">
            <h1 className={titleSize(view.name)}><bdi>{view.name}</bdi></h1>
            {view.headline && <p className="headline"><bdi>{view.headline}</bdi></p>}
          </div>
        </header>
        <div className="list">
          {view.own && <OwnPlatform own={view.own} words={words} />}
          {view.sections.map((section) => <BioSection key={section.id} section={section} words={words} />)}
          <Credit view={view} />
        </div>
      </main>
    </PageFrame>
  );
}
