import type { ReactNode } from 'react';
import type { ReleaseCardView, SectionView } from '../page-view.js';
import type { Strings } from '../strings/strings.js';
import { MarkIcon } from './mark.js';
import { SignupForm } from './signup-form.js';
import { pictureSizes, SleevePicture, TypeSleeve } from './sleeve-picture.js';

function CardPicture({ card, sizes, first }: { card: ReleaseCardView; sizes: string; first?: boolean }) {
  return card.artwork ? <SleevePicture picture={card.artwork} sizes={sizes} className="art" first={first} /> : <TypeSleeve title={card.title} className="art" />;
}

/** "Lady Gaga & Bruno Mars · Single · 2024" */
function CardFacts({ card }: { card: ReleaseCardView }) {
  return <span className="facts">{card.credit !== null && <><bdi>{card.credit}</bdi> · </>}{card.facts}</span>;
}

function Titled({ title, className, children }: { title: string; className: string; children: ReactNode }) {
  return (
    <section className={className}>
      {title !== '' && <h2><bdi>{title}</bdi></h2>}
      {children}
    </section>
  );
}

/** One section of a bio page. */
export function BioSection({ section, words }: { section: SectionView; words: Strings }) {
  switch (section.type) {
    case 'featured':
      return (
        <a className="featured" href={section.card.href}>
          <CardPicture card={section.card} sizes={pictureSizes.featured} first />
          <span className="about">
            <span className="eyebrow">{section.eyebrow}</span>{' '}
            <strong><bdi>{section.card.title}</bdi></strong>{' '}
            <CardFacts card={section.card} />
          </span>{' '}
          <span className="filled">{section.action}</span>
        </a>
      );
    case 'releases':
      return (
        <Titled title={section.title} className="releases">
          <ul>
            {section.cards.map((card) => (
              <li key={card.href}>
                <a href={card.href}>
                  <CardPicture card={card} sizes={pictureSizes.card} />
                  <b><bdi>{card.title}</bdi></b> <CardFacts card={card} />
                </a>
              </li>
            ))}
          </ul>
        </Titled>
      );
    case 'socials':
      return (
        <nav className="socials" aria-label={section.title}>
          <ul>
            {section.links.map((link, index) => (
              <li key={index}>
                <a href={link.href} rel="nofollow noopener" title={link.name}><MarkIcon mark={link.mark} /><span className="unseen">{link.name}</span></a>
              </li>
            ))}
          </ul>
        </nav>
      );
    case 'links':
      return (
        <Titled title={section.title} className="links">
          <ul className="rows">
            {section.links.map((link) => (
              <li key={link.href}>
                <a className="row" href={link.href} rel="nofollow noopener"><span className="name"><bdi>{link.title}</bdi></span> <span className="action"><bdi>{link.host}</bdi></span></a>
              </li>
            ))}
          </ul>
        </Titled>
      );
    case 'text':
      return (
        <Titled title={section.title} className="text">
          {section.paragraphs.map((paragraph, index) => <p key={index} dir="auto">{paragraph}</p>)}
        </Titled>
      );
    case 'signup':
      return <SignupForm signup={section.signup} words={words} id={`join-${section.id}`} />;
  }
}
