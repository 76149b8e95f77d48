import { Anchor, Button, Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { EmptyState } from '../../components/empty-state.js';
import { failureOf } from '../../forms/failure.js';
import { FormFailure } from '../../forms/form-failure.js';
import { count } from '../../format.js';
import { useCurrentArtist } from '../../session/current-artist.js';
import { OutsidePicture } from '../imports/outside-picture.js';
import { ChooseArtist } from './choose-artist.js';
import { ChooseRelease } from './choose-release.js';
import { LinkChoice } from './link-choice.js';
import { useMoveIn, useMoveInToBioPage } from './move-in-actions.js';
import classes from './moving-in.module.css';
import { bioLinksOf, destinationsOf, targetOf, type Target } from './page-choices.js';
import type { FoundPage } from './page-query.js';

const targets: { value: Target; label: string }[] = [
  { value: 'new', label: 'A new release' },
  { value: 'existing', label: 'A release here' },
  { value: 'bio-page', label: 'The bio page' },
];

/** What a page holds: where it shall go, and what of it comes along. */
export function FoundOnPage({ page, into }: { page: FoundPage; into: string | null }) {
  const { workspace, artist } = useCurrentArtist();
  const heading = useId();
  const [target, setTarget] = useState(() => targetOf(page, into));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [artistId, setArtistId] = useState(artist.id);
  const [releaseId, setReleaseId] = useState(into);
  const [title, setTitle] = useState(page.title);
  const [slug, setSlug] = useState(page.slug ?? '');
  const [withPicture, setWithPicture] = useState(page.artworkUrl !== null);
  const moveIn = useMoveIn();
  const toBioPage = useMoveInToBioPage();

  const destinations = destinationsOf(page).map((link) => ({ ...link, title: link.name }));
  const bioLinks = bioLinksOf(page);
  if (destinations.length === 0 && bioLinks.length === 0) {
    return <EmptyState title="This page shows no links that could come along">Its links may be drawn by a script or stand behind a sign-in. Open it yourself, copy its links, and paste them into a new release.</EmptyState>;
  }
  const offered = target === 'bio-page' ? bioLinks : destinations;
  const chosen = offered.filter(({ url }) => !left.has(url));
  const handle = workspace.artists.find(({ id }) => id === artistId)?.handle ?? artist.handle;
  const pending = moveIn.isPending || toBioPage.isPending;
  const failed = moveIn.error ?? toBioPage.error;
  const ready = (chosen.length > 0 || target === 'new') && (target !== 'existing' || releaseId !== null);

  const submit = () => {
    if (!ready || pending) return;
    const links = chosen.map(({ url }) => url);
    const artworkUrl = withPicture ? page.artworkUrl : null;
    if (target === 'bio-page') {
      toBioPage.mutate({
        artistId,
        links: bioLinks.filter(({ url, social }) => !social && !left.has(url)).map(({ url, title: words }) => ({ url, title: words })),
        socials: bioLinks.filter(({ url, social }) => social && !left.has(url)).map(({ url }) => url),
      });
    } else if (target === 'existing') moveIn.mutate({ url: page.url, releaseId, links, artworkUrl });
    else moveIn.mutate({ url: page.url, artistId, title: title.trim() === '' ? null : title, artistCredit: page.artist === '' ? null : page.artist, links, slug: slug.trim() === '' ? null : slug.trim(), artworkUrl });
  };

  return (
    <section aria-labelledby={heading}>
      <div className={classes.page}>
        <OutsidePicture url={page.artworkUrl} size={72} name={page.title || page.artist || page.url} />
        <div className={classes.pageWords}>
          <h2 id={heading} className={classes.pageTitle}>
            {page.title || page.artist || 'A page without a name'}
          </h2>
          {page.title !== '' && page.artist !== '' && <p className={classes.soft}>{page.artist}</p>}
          <p className={classes.soft}>
            {page.productName !== null && `${page.productName}: `}
            <Anchor href={page.url} target="_blank" rel="noopener noreferrer" className={classes.pageUrl}>
              {page.url.replace(/^https?:\/\//u, '')}
            </Anchor>
          </p>
        </div>
      </div>
      <form
        className={classes.choices}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <SegmentedControl aria-label="Where it goes" data={targets} value={target} onChange={(value) => setTarget(targets.find((each) => each.value === value)?.value ?? target)} />
        {target === 'existing' ? <ChooseRelease artistId={artistId} value={releaseId} onChange={setReleaseId} /> : <ChooseArtist value={artistId} onChange={setArtistId} />}
        {target === 'new' && (
          <>
            <TextInput label="Title" description={title.trim() === '' ? 'May be left out: it is looked up.' : undefined} value={title} onChange={(event) => setTitle(event.currentTarget.value)} maxLength={400} autoComplete="off" />
            <TextInput
              label="Address"
              description={page.slug === null ? 'Empty: it is made from the title.' : 'The name that the page has now. Keep it, and whoever knows it finds you here too.'}
              leftSection={<span className={classes.prefix}>/{handle}/</span>}
              leftSectionWidth={`calc(${handle.length + 2}ch + 12px)`}
              leftSectionProps={{ style: { justifyContent: 'flex-start' } }}
              value={slug}
              onChange={(event) => setSlug(event.currentTarget.value)}
              maxLength={80}
              spellCheck={false}
              autoComplete="off"
            />
          </>
        )}
        {target !== 'bio-page' && page.artworkUrl !== null && <Checkbox label={target === 'existing' ? 'Take the picture along where the release has none' : 'Take the picture along'} checked={withPicture} onChange={(event) => setWithPicture(event.currentTarget.checked)} />}
        <LinkChoice links={offered} left={left} onChange={setLeft} />
        <FormFailure failure={failed === null ? null : failureOf(failed)} />
        <Button className={classes.submit} type="submit" disabled={!ready} loading={pending}>
          {target === 'bio-page' ? `Add ${count(chosen.length, 'link', 'links')} to the bio page` : target === 'existing' ? `Add ${count(chosen.length, 'link', 'links')}` : chosen.length === 0 ? 'Make the release' : `Make the release with ${count(chosen.length, 'link', 'links')}`}
        </Button>
      </form>
    </section>
  );
}
