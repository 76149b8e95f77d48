import type { ReactNode } from 'react';
import type { SectionView } from '../page-view.js';
import type { Strings } from '../strings/strings.js';
import { MarkIcon } from './mark.js';
import { CardFacts, CardPicture, ReleaseCards } from './release-card.js';
import { SignupForm } from './signup-form.js';
import { pictureSizes } from './sleeve-picture.js';

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
          <ReleaseCards cards={section.cards} />
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
