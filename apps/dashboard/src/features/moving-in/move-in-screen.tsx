import { Button, Skeleton, TextInput, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { PageHeader } from '../../components/page-header.js';
import { failureOf } from '../../forms/failure.js';
import { FoundOnPage } from './found-on-page.js';
import classes from './moving-in.module.css';
import { readPage } from './page-query.js';

const route = getRouteApi('/shell/releases/move-in');

/** Brings over what stands on a page elsewhere: into a new release, one that is here, or the bio page. */
export function MoveInScreen() {
  const { from = '', into } = route.useSearch();
  const navigate = useNavigate();
  const [url, setUrl] = useState(from);
  useEffect(() => setUrl(from), [from]);
  const page = useQuery(readPage(from));

  return (
    <div className={classes.screen}>
      <PageHeader title="Move a page in" lead="Paste a page of yours from elsewhere. What it links to is read and offered; nothing is made before you choose." />
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          const next = url.trim();
          if (next === '') return;
          if (next === from) void page.refetch();
          else void navigate({ to: '.', search: (before: { into?: string }) => ({ ...before, from: next }) });
        }}
      >
        <TextInput
          className={classes.address}
          label="Address of the page"
          placeholder="https://yourname.lnk.to/single"
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
          error={page.isError && !page.isFetching ? failureOf(page.error) : undefined}
          description="lnk.to, ffm.to, Linktree, fanlink.to, song.link, HyperFollow, Bandcamp, or any page with links."
          autoFocus={from === ''}
          inputMode="url"
          spellCheck={false}
          autoComplete="off"
        />
        <Button type="submit" variant={page.data ? 'default' : 'filled'} disabled={url.trim() === ''} loading={page.isFetching}>
          Read the page
        </Button>
      </form>
      {page.isFetching && !page.data ? (
        <div className={classes.skeleton} aria-busy="true">
          <VisuallyHidden role="status">Reading the page</VisuallyHidden>
          <Skeleton height={96} radius="lg" />
          <Skeleton height={220} radius="lg" />
        </div>
      ) : (
        page.data && <FoundOnPage key={page.data.url} page={page.data} into={into ?? null} />
      )}
    </div>
  );
}
