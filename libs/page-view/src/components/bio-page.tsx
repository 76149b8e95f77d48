import { Fragment } from 'react';
import type { BioPageView } from '../page-view.js';
import { strings } from '../strings/strings.js';
import { BioSection } from './bio-section.js';
import { OwnPlatform } from './own-platform.js';
import { Credit, PageFrame } from './page-frame.js';
import { pictureSizes, SleevePicture, titleSize } from './sleeve-picture.js';

/** The permanent public page of one artist. */
export function BioPage({ view }: { view: BioPageView }) {
  const words = strings(view.locale);
  // The featured release stays the first thing to do.
  const featured = view.sections.find(({ type }) => type === 'featured');
  const own = view.own && <OwnPlatform own={view.own} words={words} />;
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
          {!featured && own}
          {view.sections.map((section) => (
            <Fragment key={section.id}>
              <BioSection section={section} words={words} />
              {section === featured && own}
            </Fragment>
          ))}
          <Credit view={view} />
        </div>
      </main>
    </PageFrame>
  );
}
