import { Button } from '@mantine/core';
import { useState } from 'react';
import { failureOf } from '../../forms/failure.js';
import { useCurrentArtist } from '../../session/current-artist.js';
import classes from './links.module.css';
import type { EditedRelease } from './release-query.js';

interface LinkStateProps {
  destination: Pick<EditedRelease['destinations'][number], 'platformName' | 'checkState' | 'checkMessage' | 'movedTo'>;
  mayWrite: boolean;
  onCheck(): Promise<void>;
  onFollow(): Promise<void>;
}

/** What is wrong with a link, and the one thing to do about it. Nothing while it works, or while nobody can tell. */
export function LinkState({ destination, mayWrite, onCheck, onFollow }: LinkStateProps) {
  const { workspace } = useCurrentArtist();
  const { platformName, checkState, checkMessage, movedTo } = destination;
  if (checkState === 'GONE') {
    return (
      <span className={classes.state}>
        <span className={classes.gone}>
          Leads nowhere. {checkMessage}
          {workspace.deadLinks === 'HIDE' && ' The page leaves it out until it works again.'}
        </span>
        {mayWrite && <StateButton label="Look again" about={platformName} onPress={onCheck} />}
      </span>
    );
  }
  if (checkState === 'MOVED' && movedTo !== null) {
    return (
      <span className={classes.state}>
        <span className={classes.moved}>
          Moved to{' '}
          <a href={movedTo} target="_blank" rel="noopener noreferrer">
            {movedTo.replace(/^https:\/\//u, '')}
          </a>
        </span>
        {mayWrite && <StateButton label="Use that address" about={platformName} onPress={onFollow} />}
      </span>
    );
  }
  return null;
}

function StateButton({ label, about, onPress }: { label: string; about: string; onPress(): Promise<void> }) {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const press = async () => {
    setPending(true);
    setFailure(null);
    try {
      await onPress();
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setPending(false);
    }
  };
  return (
    <>
      <Button size="compact-sm" variant="default" loading={pending} onClick={() => void press()} aria-label={`${label}: ${about}`}>
        {label}
      </Button>
      {failure !== null && (
        <span className={classes.gone} role="alert">
          {failure}
        </span>
      )}
    </>
  );
}
