import { Badge, Button, Checkbox, Skeleton, VisuallyHidden } from '@mantine/core';
import type { ResultOf } from '@lynkify/contract';
import { useState } from 'react';
import { EmptyState } from '../../components/empty-state.js';
import { Picture } from '../../components/picture.js';
import rows from '../../components/rows.module.css';
import { Section } from '../../components/section.js';
import { FormFailure } from '../../forms/form-failure.js';
import { count, formatDate } from '../../format.js';
import { releaseTypeNames } from '../releases/release-type-names.js';
import classes from './imports.module.css';
import { OutsidePicture } from './outside-picture.js';
import type { PreviewArtist } from './preview-artist.js';

type Preview = NonNullable<ResultOf<typeof PreviewArtist>['previewArtistImport']['preview']>;

interface ArtistPreviewProps {
  preview: Preview;
  pending: boolean;
  failure: string | null;
  /** @param except addresses of what is left out */
  onImport: (except: string[]) => void;
}

/** What an artist's page lists; what is ticked comes along. */
export function ArtistPreview({ preview: { name, service, releases, hasMore }, pending, failure, onImport }: ArtistPreviewProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const choosable = releases.flatMap(({ url }) => (url === null ? [] : [url]));
  const chosen = releases.length - left.size;
  const here = releases.filter(({ release }) => release !== null).length;
  const set = (urls: readonly string[], wanted: boolean) =>
    setLeft((before) => {
      const next = new Set(before);
      for (const url of urls) {
        if (wanted) next.delete(url);
        else next.add(url);
      }
      return next;
    });
  if (releases.length === 0) return <EmptyState title={`${service} lists nothing of ${name}`}>Try another country, or the artist’s page on another service.</EmptyState>;
  return (
    <Section title={`${name} on ${service}`} lead={`${count(releases.length, 'release', 'releases')}${hasMore ? ', and more on the next pages, which come along too' : ''}. ${here === 0 ? 'None is here yet.' : `${count(here, 'is', 'are')} here already: only what is missing there is filled in.`}`}>
      <div className={classes.listHead}>
        <Checkbox
          label={left.size === 0 ? 'All of them' : `${chosen} of ${releases.length}`}
          checked={left.size === 0}
          indeterminate={left.size > 0 && left.size < choosable.length}
          onChange={(event) => set(choosable, event.currentTarget.checked)}
        />
      </div>
      <ul className={`${rows.rows} ${classes.scrolls}`} aria-label={`Releases of ${name}`}>
        {releases.map(({ title, artist, type, releaseDate, url, artworkUrl, release }, index) => (
          <li key={url ?? index} className={classes.listed}>
            <label className={classes.listedLabel}>
              <Checkbox aria-label={title} checked={url === null || !left.has(url)} disabled={url === null} onChange={(event) => set(url === null ? [] : [url], event.currentTarget.checked)} />
              {release?.artwork ? <Picture picture={release.artwork} size={40} name={title} /> : <OutsidePicture url={artworkUrl} size={40} name={title} />}
              <span className={rows.words}>
                <span className={rows.name}>{title}</span>
                <span className={rows.note}>{[artist, type !== null && releaseTypeNames[type], releaseDate !== null && formatDate(releaseDate)].filter((word) => word !== false && word !== '').join(' · ')}</span>
              </span>
            </label>
            {release !== null && <Badge color="gray">Here already</Badge>}
          </li>
        ))}
      </ul>
      <div className={classes.actions}>
        <FormFailure failure={failure} />
        <Button disabled={chosen === 0 && !hasMore} loading={pending} onClick={() => onImport([...left])}>
          {hasMore ? `Import ${left.size === 0 ? 'all' : `all but ${left.size}`}` : `Import ${count(chosen, 'release', 'releases')}`}
        </Button>
      </div>
    </Section>
  );
}

/** The list before the service has answered. */
export function ArtistPreviewSkeleton() {
  return (
    <div className={classes.listSkeleton} aria-busy="true">
      <VisuallyHidden role="status">Asking the service</VisuallyHidden>
      {Array.from({ length: 6 }, (_, index) => (
        <Skeleton key={index} height={56} radius="md" />
      ))}
    </div>
  );
}
