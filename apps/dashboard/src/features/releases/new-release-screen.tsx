import { graphql } from '@lynkify/contract';
import { readPastedLinks } from '@lynkify/platforms';
import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { execute } from '../../api.js';
import { ButtonLink, TextLink } from '../../components/links.js';
import { PageHeader } from '../../components/page-header.js';
import { PastedLinks } from '../../components/pasted-links.js';
import { accepted, failureOf } from '../../forms/failure.js';
import { FormFailure } from '../../forms/form-failure.js';
import { useCurrentArtist } from '../../session/current-artist.js';
import { forgetLists } from '../release-editor/release-actions.js';
import links from '../release-editor/links.module.css';
import { ReleaseCodeNote } from './release-code-note.js';
import { readReleaseCode } from './release-code.js';
import { startRelease } from './start-release.js';

const CreateRelease = graphql(`
  mutation CreateRelease($input: CreateReleaseInput!) {
    createRelease(input: $input) {
      release {
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

/** A release from its links or its code, looked up elsewhere, or from nothing but a title. */
export function NewReleaseScreen() {
  const { artist, workspace } = useCurrentArtist();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [title, setTitle] = useState('');
  const [artistId, setArtistId] = useState(artist.id);
  const code = useMemo(() => readReleaseCode(text), [text]);
  const found = useMemo(() => (code === null ? readPastedLinks(text) : []), [code, text]);
  const amount = found.filter(({ status }) => status === 'recognised').length;
  const ready = amount > 0 || code?.ok === true || (text.trim() === '' && title.trim() !== '');

  const create = useMutation({
    mutationFn: async () => {
      // What is known of it elsewhere is looked up; a title that was typed stays as it is.
      if (text.trim() !== '') return startRelease({ artistId, from: text, ...(title.trim() !== '' && { title }) });
      const { release } = accepted((await execute(CreateRelease, { input: { artistId, title } })).createRelease);
      if (release === null) throw new Error('The API answered without the release.');
      return release.id;
    },
    onSuccess: async (id) => {
      await forgetLists(queryClient);
      await navigate({ to: '/releases/$releaseId', params: { releaseId: id }, replace: true });
    },
  });

  return (
    <div style={{ maxWidth: 640 }}>
      <PageHeader
        title="New release"
        lead={
          <>
            Paste a link, several, a UPC or an ISRC. The rest is looked up, and nothing is public before you publish it. Many at once: <TextLink to="/releases/import">import them</TextLink>.
          </>
        }
      />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !create.isPending) create.mutate();
        }}
      >
        <Stack gap="md">
          <div className={links.box}>
            <Textarea
              classNames={{ input: links.input }}
              aria-label="Links or a code"
              placeholder={'https://open.spotify.com/album/…\nhttps://music.apple.com/…'}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && ready && !create.isPending) create.mutate();
              }}
              autosize
              minRows={5}
              maxRows={16}
              autoFocus
              spellCheck={false}
              autoComplete="off"
            />
            {code !== null && (
              <div className={links.found} aria-live="polite">
                <ReleaseCodeNote code={code} />
              </div>
            )}
            {found.length > 0 && (
              <div className={links.found} aria-live="polite">
                <PastedLinks links={found} />
              </div>
            )}
          </div>
          <TextInput label="Title" description="May be left out: it is looked up, or follows later." value={title} onChange={(event) => setTitle(event.currentTarget.value)} maxLength={400} autoComplete="off" />
          {workspace.artists.length > 1 && (
            <Select label="Artist" searchable allowDeselect={false} data={workspace.artists.map(({ id, name }) => ({ value: id, label: name }))} value={artistId} onChange={(id) => setArtistId(id ?? artistId)} />
          )}
          <FormFailure failure={create.isError ? failureOf(create.error) : null} />
          <Group gap="xs">
            <Button type="submit" disabled={!ready} loading={create.isPending}>
              {amount === 0 ? 'Make the page' : amount === 1 ? 'Make the page with 1 link' : `Make the page with ${amount} links`}
            </Button>
            <ButtonLink to="/releases" variant="subtle" color="gray">
              Cancel
            </ButtonLink>
          </Group>
        </Stack>
      </form>
    </div>
  );
}
