import { readPastedLinks } from '@lynkify/platforms';
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useMemo, useState } from 'react';
import { PastedLinks } from '../../components/pasted-links.js';
import { failureOf } from '../../forms/failure.js';
import { FormFailure } from '../../forms/form-failure.js';
import { useCurrentArtist } from '../../session/current-artist.js';
import { readReleaseCode } from '../releases/release-code.js';
import { ReleaseCodeNote } from '../releases/release-code-note.js';
import { startRelease } from '../releases/start-release.js';
import classes from './paste-link-start.module.css';

interface PasteLinkStartProps {
  /** Said to screen readers, and to everyone when the field stands alone. */
  label: string;
  autoFocus?: boolean;
}

/** The shortest way to a release: paste its links, see what they are, go on in its editor. */
export function PasteLinkStart({ label, autoFocus = false }: PasteLinkStartProps) {
  const { artist, workspace } = useCurrentArtist();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const help = useId();
  const [text, setText] = useState('');
  const code = useMemo(() => readReleaseCode(text), [text]);
  const links = useMemo(() => (code === null ? readPastedLinks(text) : []), [code, text]);
  const usable = code?.ok === true || links.some(({ status }) => status === 'recognised');

  const start = useMutation({
    mutationFn: () => startRelease({ artistId: artist.id, from: text }),
    onSuccess: async (releaseId) => {
      await queryClient.invalidateQueries();
      await navigate({ to: '/releases/$releaseId', params: { releaseId } });
    },
  });
  const submit = () => {
    if (usable && !start.isPending) start.mutate();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={classes.box}>
        <div className={classes.row}>
          <Textarea
            className={classes.field}
            classNames={{ input: classes.input }}
            aria-label={label}
            aria-describedby={help}
            placeholder={label}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
              event.preventDefault();
              submit();
            }}
            autosize
            minRows={1}
            maxRows={8}
            autoFocus={autoFocus}
            spellCheck={false}
            autoComplete="off"
          />
          <Button type="submit" disabled={!usable} loading={start.isPending}>
            Make the page
          </Button>
        </div>
        {code !== null && (
          <div className={classes.found} aria-live="polite">
            <ReleaseCodeNote code={code} />
          </div>
        )}
        {links.length > 0 && (
          <div className={classes.found} aria-live="polite">
            <PastedLinks links={links} />
          </div>
        )}
      </div>
      <p id={help} className={classes.help}>
        Spotify, Apple Music, Bandcamp and {workspace.kind === 'PODCASTER' ? 'podcast apps' : 'the other platforms'}: one link or many; a UPC or an ISRC will do, too.
        {workspace.artists.length > 1 && ` The release will be ${artist.name}’s.`}
      </p>
      {start.isError && (
        <div className={classes.failure}>
          <FormFailure failure={failureOf(start.error)} />
        </div>
      )}
    </form>
  );
}
