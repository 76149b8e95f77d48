import { graphql } from '@lynkify/contract';
import { SegmentedControl, Skeleton, Stack } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { execute } from '../../api.js';
import { CopyField } from '../../components/copy-field.js';
import { failureOf } from '../../forms/failure.js';
import classes from './qr-code.module.css';

const ReleaseEmbedCodeQuery = graphql(`
  query ReleaseEmbedCode($id: ID!) {
    release(id: $id) {
      low: embedCode(size: LOW)
      high: embedCode(size: HIGH)
    }
  }
`);

const ArtistEmbedCodeQuery = graphql(`
  query ArtistEmbedCode($id: ID!) {
    artist(id: $id) {
      low: embedCode(size: LOW)
      high: embedCode(size: HIGH)
    }
  }
`);

type Subject = { releaseId: string } | { artistId: string };

const embedCode = (subject: Subject) =>
  queryOptions({
    queryKey: ['embed-code', subject],
    queryFn: async ({ signal }) => ('releaseId' in subject ? (await execute(ReleaseEmbedCodeQuery, { id: subject.releaseId }, signal)).release : (await execute(ArtistEmbedCodeQuery, { id: subject.artistId }, signal)).artist),
    staleTime: 60_000,
  });

/** The card of a page for other sites, as HTML to paste. */
export function EmbedCode({ subject }: { subject: Subject }) {
  const [size, setSize] = useState<'low' | 'high'>('high');
  const code = useQuery(embedCode(subject));
  if (code.isError) return <p role="alert" className={classes.note}>{failureOf(code.error)}</p>;
  if (!code.data) return <Skeleton height={72} aria-label="Loading the code" />;
  return (
    <Stack gap="xs">
      <SegmentedControl
        aria-label="Height of the card"
        value={size}
        onChange={(value) => setSize(value === 'low' ? 'low' : 'high')}
        data={[
          { value: 'high', label: '352 px, with names' },
          { value: 'low', label: '152 px, a strip' },
        ]}
      />
      <CopyField value={code.data[size]} what="code" code />
      <p className={classes.note}>Paste it into the HTML of an article or your own site. Sites that know oEmbed only need the address.</p>
    </Stack>
  );
}
