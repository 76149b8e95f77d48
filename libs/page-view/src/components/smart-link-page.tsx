import type { ReactNode } from 'react';
import type { DestinationRow, SmartLinkView } from '../page-view.js';
import { strings } from '../strings/strings.js';
import { markClass } from '../styles/mark-class.js';
import { InAppHelp } from './in-app-help.js';
import { MarkIcon } from './mark.js';
import { OwnPlatform } from './own-platform.js';
import { Credit, PageFrame } from './page-frame.js';
import { ReleaseCards } from './release-card.js';
import { CalendarLink, ReminderForm } from './reminder-form.js';
import { Share } from './share.js';
import { SignupForm } from './signup-form.js';
import { pictureSizes, SleevePicture, titleSize } from './sleeve-picture.js';
import { Tracks } from './tracks.js';
import { Video } from './video.js';

function Destination({ row, lead = false, children }: { row: DestinationRow; lead?: boolean; children?: ReactNode }) {
  return (
    <li>
      <a className={lead ? 'row lead' : 'row'} href={row.href} rel="nofollow noopener">
        <MarkIcon mark={row.mark} className={lead ? '' : markClass(row.platform)} />
        <span className="name">{row.name}</span> <span className="action">{row.action}</span>
      </a>
      {children}
    </li>
  );
}

/** Title and artist: under the artwork, or on the sleeve where there is none. */
function Title({ view }: { view: SmartLinkView }) {
  return (
    <>
      <h1 className={titleSize(view.title)}><bdi>{view.title}</bdi></h1>
      <p className="by"><a href={view.artist.href}><bdi>{view.artist.credit}</bdi></a></p>
    </>
  );
}

/** The public page of one release. */
export function SmartLinkPage({ view }: { view: SmartLinkView }) {
  const words = strings(view.locale);
  const empty = view.lead === null && view.rows.length === 0;
  return (
    <PageFrame view={view}>
      <main>
        <header className="sleeve">
          {view.artwork
            ? <SleevePicture picture={view.artwork} className="art" sizes={pictureSizes.artwork} first />
            : <div className={`art type ${titleSize(view.title)}`}><Title view={view} /></div>}
          <div className="titles">
            {view.artwork && <Title view={view} />}
            {view.out
              ? <p className="out"><b>{view.out.date}</b>{view.out.when !== null && <> <span>{view.out.when}</span></>}</p>
              : <p className="facts">{view.facts}</p>}
          </div>
        </header>
        <div className="list">
          {empty && view.signup === null && view.reminder === null && <p className="quiet">{view.phase === 'announced' ? words.smartLink.soon : words.smartLink.noLinks}</p>}
          {view.help && <InAppHelp help={view.help} words={words} />}
          {!empty && (
            <nav aria-label={words.smartLink.platforms}>
              <ul className="rows">
                {view.lead && <Destination row={view.lead} lead>{view.own && <OwnPlatform own={view.own} words={words} />}</Destination>}
                {view.rows.map((row) => <Destination key={row.platform} row={row} />)}
              </ul>
            </nav>
          )}
          {view.reminder && <ReminderForm reminder={view.reminder} words={words} />}
          {view.calendar !== null && <CalendarLink href={view.calendar} words={words} />}
          {view.signup && !view.reminder && <SignupForm signup={view.signup} words={words} id="join" />}
          {view.tracks.length > 0 && <Tracks view={view} words={words} />}
          {view.video && <Video video={view.video} words={words} />}
          {view.description.length > 0 && (
            <section className="text">
              <h2>{words.smartLink.about}</h2>
              {view.description.map((paragraph, index) => <p key={index} dir="auto">{paragraph}</p>)}
            </section>
          )}
          {view.more.length > 0 && (
            <section className="also">
              <h2>{words.more.by(view.artist.name)}</h2>
              <ReleaseCards cards={view.more} />
            </section>
          )}
          {view.share && <Share share={view.share} words={words} />}
          <Credit view={view} />
        </div>
      </main>
    </PageFrame>
  );
}
