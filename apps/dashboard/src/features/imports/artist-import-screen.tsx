import { graphql, type ResultOf } from '@lynkify/contract';
import { Button, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { execute } from '../../api.js';
import { PageHeader } from '../../components/page-header.js';
import { accepted, failureOf } from '../../forms/failure.js';
import { FormFailure } from '../../forms/form-failure.js';
import { useCurrentArtist } from '../../session/current-artist.js';
import { ArtistPreview, ArtistPreviewSkeleton } from './artist-preview.js';
import classes from './imports.module.css';
import { PreviewArtist } from './preview-artist.js';

const StartArtist = graphql(`
  mutation StartArtistImport($input: StartArtistImportInput!) {
    startArtistImport(input: $input) {
      import {
        id
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const route = getRouteApi('/shell/releases/import/artist');

type Preview = NonNullable<ResultOf<typeof PreviewArtist>['previewArtistImport']['preview']>;

/** An artist's page at a music service: what it lists, what of it is here already, what shall come. */
export function ArtistImportScreen() {
  const { artist, workspace } = useCurrentArtist();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { from = '' } = route.useSearch();
  const [url, setUrl] = useState(from);
  const [country, setCountry] = useState('');
  const [artistId, setArtistId] = useState(artist.id);

  const look = useMutation({
    // What is shown is brought in as it was asked for, whatever is typed meanwhile.
    mutationFn: async (asked: { url: string; country: string | null; artistId: string }): Promise<{ asked: typeof asked; preview: Preview | null }> => ({
      asked,
      preview: accepted((await execute(PreviewArtist, { input: asked })).previewArtistImport).preview,
    }),
  });
  const start = useMutation({
    mutationFn: async (input: { artistId: string; url: string; country: string | null; except: string[] }) => accepted((await execute(StartArtist, { input })).startArtistImport).import,
    onSuccess: async (begun) => {
      void queryClient.invalidateQueries({ queryKey: ['imports', 'list'] });
      if (begun) await navigate({ to: '/releases/import/$importId', params: { importId: begun.id } });
    },
  });
  const shown = look.data?.preview ?? null;

  return (
    <div className={classes.narrow}>
      <PageHeader title="Import an artist’s releases" lead="Paste the artist’s page on Apple Music, Deezer or MusicBrainz. You see what it lists before anything is made." />
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          start.reset();
          if (url.trim() !== '' && !look.isPending) look.mutate({ url: url.trim(), country: country.trim() === '' ? null : country.trim(), artistId });
        }}
      >
        <TextInput
          label="Artist’s page"
          placeholder="https://www.deezer.com/artist/75491"
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
          error={look.isError ? failureOf(look.error) : undefined}
          autoFocus
          inputMode="url"
          spellCheck={false}
          autoComplete="off"
        />
        <div className={classes.pair}>
          {workspace.artists.length > 1 && (
            <Select label="Whose releases they become" searchable allowDeselect={false} data={workspace.artists.map(({ id, name }) => ({ value: id, label: name }))} value={artistId} onChange={(id) => setArtistId(id ?? artistId)} />
          )}
          <TextInput className={classes.country} label="Country" description="Two letters; empty for the usual one." value={country} onChange={(event) => setCountry(event.currentTarget.value.toUpperCase())} maxLength={2} autoComplete="off" />
        </div>
        <Button type="submit" variant={shown ? 'default' : 'filled'} disabled={url.trim() === ''} loading={look.isPending}>
          Look at the page
        </Button>
      </form>
      {look.isPending && <ArtistPreviewSkeleton />}
      {look.data && shown && !look.isPending && (
        <ArtistPreview key={look.submittedAt} preview={shown} pending={start.isPending} failure={start.isError ? failureOf(start.error) : null} onImport={(except) => start.mutate({ ...look.data.asked, except })} />
      )}
      {look.data && shown === null && !look.isPending && <FormFailure failure="The page could not be read. Try again." />}
    </div>
  );
}
