import { type ShareContext, sharedUrl, type SharedPage } from '@lynkify/domain';
import { SegmentedControl, Skeleton, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CopyField } from '../../components/copy-field.js';
import { TextLink } from '../../components/links.js';
import { Picture } from '../../components/picture.js';
import { failureOf } from '../../forms/failure.js';
import { useMay } from '../../session/may.js';
import { DirectLinks } from './direct-links.js';
import { EmbedCode } from './embed-code.js';
import { ObstacleNote } from './obstacle-note.js';
import { QrCode } from './qr-code.js';
import classes from './share.module.css';
import { shareLink, type SharedArtist, type SharedRelease } from './share-query.js';
import { obstacleOf, pageFor, textFor, visitWords } from './share-state.js';
import { TextToPaste } from './text-to-paste.js';

interface SharePanelProps {
  place: ShareContext;
  artist: SharedArtist;
  /** Null: the artist has none yet. */
  release: SharedRelease | null;
  chosen: SharedPage | undefined;
  onChoosePage(page: SharedPage): void;
}

/** The right address for a place, why it is right, and everything to take along. */
export function SharePanel({ place, artist, release, chosen, onChoosePage }: SharePanelProps) {
  const page = pageFor(place, chosen, release !== null);
  const shared = page === 'smart-link' ? release : null;
  const [campaign, setCampaign] = useState('');
  const [settled] = useDebouncedValue(campaign.trim(), 400);
  const mayWrite = useMay('releases:write');
  const short = useQuery({ ...shareLink({ page, id: shared?.id ?? artist.id, channel: place.channel, campaign: settled }), enabled: mayWrite, retry: false, placeholderData: keepPreviousData });
  const link = short.isPlaceholderData ? undefined : short.data;

  const subject = shared ? { releaseId: shared.id } : { artistId: artist.id };
  const picture = shared ? shared.artwork : artist.bioPage.portrait;
  const url = sharedUrl(shared?.publicUrl ?? artist.bioPage.publicUrl, place.channel, settled);
  const obstacle = obstacleOf(shared ? { page: 'smart-link', release: shared } : { page: 'bio-page', artist }, Date.now());
  const text = textFor(place, { artist, release: shared, link: place.form === 'short' ? (link?.shortUrl ?? url) : url }, Date.now());


  const code = (
    <div>
      <h3 className={classes.label}>QR code</h3>
      {/* Drawn once its address is known: a short one has larger modules. */}
      {mayWrite && !link && !short.isError ? <Skeleton height={166} /> : <QrCode subject={subject} url={link?.shortUrl ?? url} hasPicture={picture !== null} />}
    </div>
  );

  return (
    <section aria-label={place.label} className={classes.panel}>
      <header className={classes.head}>
        <Picture picture={picture} size={64} name={shared?.title ?? artist.name} />
        <div>
          <h2 className={classes.title}>{shared ? `The smart link of “${shared.title}”` : `${artist.name}’s bio page`}</h2>
          <p className={classes.hint}>{release === null && place.page === 'smart-link' ? 'There is no release yet, so it gets the bio page.' : `${page === place.page ? place.hint : place.otherwise}.`}</p>
        </div>
      </header>
      {release !== null && (
        <SegmentedControl
          aria-label="Page"
          fullWidth
          value={page}
          onChange={(value) => onChoosePage(value === 'bio-page' ? 'bio-page' : 'smart-link')}
          data={(['smart-link', 'bio-page'] as const).map((value) => ({ value, label: `${pageNames[value]}${value === place.page ? ' (belongs here)' : ''}` }))}
        />
      )}
      {obstacle && <ObstacleNote obstacle={obstacle} releaseId={shared?.id ?? null} artistId={artist.id} />}
      <Stack gap="lg">
        <div>
          <h3 className={classes.label}>Address</h3>
          <CopyField value={url} what="address" />
        </div>
        {mayWrite && (
          <div>
            <h3 className={classes.label}>Short form</h3>
            {link ? <CopyField value={link.shortUrl} what="short form" /> : short.isError ? <p role="alert" className={classes.note}>{failureOf(short.error)}</p> : <Skeleton height={36} />}
            <p className={classes.note}>
              {link ? visitWords(link.visitsThisWeek) : ' '} It stays in force when the address changes.{' '}
              {shared ? (
                <TextLink to="/releases/$releaseId/numbers" params={{ releaseId: shared.id }}>
                  Numbers by channel
                </TextLink>
              ) : (
                <TextLink to="/numbers">Numbers by channel</TextLink>
              )}
            </p>
          </div>
        )}
        {place.printed && code}
        <TextToPaste key={text} suggested={text} />
        {!place.printed && code}
        {place.embeds && (
          <details className={classes.more}>
            <summary>As a card in the page</summary>
            <div className={classes.below}>
              <EmbedCode subject={subject} />
            </div>
          </details>
        )}
        {shared && place.direct && <DirectLinks destinations={shared.destinations} channel={place.channel} campaign={settled} />}
        <TextInput
          label="Campaign"
          description="Optional. Tells visits of this campaign apart; it is recorded and passed on to nobody."
          placeholder="Summer tour"
          maxLength={60}
          value={campaign}
          onChange={(event) => setCampaign(event.currentTarget.value)}
        />
      </Stack>
    </section>
  );
}

const pageNames: Readonly<Record<SharedPage, string>> = { 'smart-link': 'Smart link', 'bio-page': 'Bio page' };
