import { Button, Popover, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { formatShare } from '../../format.js';
import { failureOf } from '../../forms/failure.js';
import classes from './match.module.css';
import type { EditedRelease } from './release-query.js';

interface LinkFoundProps {
  destination: Pick<EditedRelease['destinations'][number], 'platformName' | 'method' | 'score' | 'country' | 'flagged' | 'evidence'>;
  mayWrite: boolean;
  onConfirm(): Promise<void>;
}

const found: Readonly<Record<string, string>> = { upc: 'Found by its UPC', isrc: 'Found by its ISRC', title: 'Found by title and artist', link: 'Named by another service', import: 'Imported' };

/** How a link came here, what speaks for it, and the button that says that it is right. Nothing of what a person put there. */
export function LinkFound({ destination, mayWrite, onConfirm }: LinkFoundProps) {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const { platformName, method, score, country, flagged, evidence } = destination;
  const words = found[method];
  if (words === undefined && evidence.length === 0) return null;
  const confirm = async () => {
    setPending(true);
    setFailure(null);
    try {
      await onConfirm();
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setPending(false);
    }
  };
  return (
    <span className={classes.foundBy}>
      <Popover width={320} position="bottom-start" withArrow shadow="none">
        <Popover.Target>
          <UnstyledButton className={flagged ? classes.unsure : undefined} fz={12} td="underline" aria-label={`${words ?? 'Confirmed'}: why ${platformName}`}>
            {words ?? 'Confirmed'}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>
          <ul className={classes.evidence}>
            {evidence.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
            {score !== null && <li>{formatShare(score)} sure{country === null ? '' : `, in the catalogue of ${country}`}.</li>}
          </ul>
        </Popover.Dropdown>
      </Popover>
      {flagged && mayWrite && (
        <Button size="compact-sm" variant="default" loading={pending} onClick={() => void confirm()} aria-label={`Looks right: ${platformName}`}>
          Looks right
        </Button>
      )}
      {failure !== null && <span role="alert">{failure}</span>}
    </span>
  );
}
