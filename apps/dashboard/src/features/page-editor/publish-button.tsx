import { Anchor, Button, Loader, Popover, Text } from '@mantine/core';
import { IconArrowUpRight } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { CopyField } from '../../components/copy-field.js';
import { failureOf } from '../../forms/failure.js';
import { goTo } from './outline.js';
import classes from './publish-button.module.css';

/** Something that has to be done before a page can go out, and the part of the form where. */
export interface Obstacle {
  words: string;
  part: string;
}

interface PublishButtonProps {
  publicUrl: string;
  /** Whether a page stands at the address now. */
  live: boolean;
  /** Whether the page differs from what the public sees. */
  changed: boolean;
  obstacles: readonly Obstacle[];
  /** What will change, in words; null while it is looked up. */
  changes: readonly string[] | null;
  /** Saves what is open and looks the changes up anew. */
  onOpen(): void;
  onPublish(): Promise<void>;
  /** What goes out besides, for instance a date. */
  note?: ReactNode;
}

/** Publish, with what it will do before and the address after. */
export function PublishButton({ publicUrl, live, changed, obstacles, changes, onOpen, onPublish, note }: PublishButtonProps) {
  const [opened, setOpened] = useState(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [done, setDone] = useState(false);
  const pageLink = useRef<HTMLAnchorElement>(null);
  // The button that had the focus is gone; without it Escape would close nothing.
  useEffect(() => {
    if (done) pageLink.current?.focus();
  }, [done]);

  const show = (open: boolean) => {
    setOpened(open);
    if (!open) return;
    setDone(false);
    setFailure(null);
    onOpen();
  };
  const publish = async () => {
    setPending(true);
    setFailure(null);
    try {
      await onPublish();
      setDone(true);
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setPending(false);
    }
  };
  const upToDate = live && !changed;

  return (
    <Popover opened={opened} onChange={show} position="bottom-end" width={360} trapFocus shadow="none" withinPortal>
      <Popover.Target>
        <Button onClick={() => show(!opened)} variant={upToDate ? 'default' : 'filled'}>
          {upToDate ? 'Published' : live ? 'Publish changes' : 'Publish'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown} aria-label="Publishing">
        {done || (upToDate && !pending) ? (
          <>
            <Text fw={650} size="md" role="status">
              {done ? 'It is live' : 'Live as it stands here'}
            </Text>
            <CopyField value={publicUrl} what="address" />
            <Button ref={pageLink} component="a" href={publicUrl} target="_blank" rel="noopener" variant="default" rightSection={<IconArrowUpRight size={18} aria-hidden />} data-autofocus>
              Open the page
            </Button>
          </>
        ) : obstacles.length > 0 ? (
          <>
            <Text fw={650} size="md">
              Before it can go out
            </Text>
            <ul className={classes.list}>
              {obstacles.map(({ words, part }) => (
                <li key={words}>
                  <Anchor
                    component="button"
                    type="button"
                    size="sm"
                    onClick={() => {
                      setOpened(false);
                      // The popover gives the focus back to its button first.
                      requestAnimationFrame(() => goTo(part));
                    }}
                  >
                    {words}
                  </Anchor>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <>
            <Text fw={650} size="md">
              {live ? 'What will change' : 'The page goes live at'}
            </Text>
            {live ? <Changes changes={changes} /> : <Text className={classes.url}>{publicUrl}</Text>}
            {note}
            {failure !== null && (
              <Text size="sm" c="var(--bad)" role="alert">
                {failure}
              </Text>
            )}
            <Button onClick={() => void publish()} loading={pending} data-autofocus>
              {live ? 'Publish changes' : 'Publish now'}
            </Button>
          </>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function Changes({ changes }: { changes: readonly string[] | null }) {
  if (changes === null) return <Loader aria-label="Looking up what will change" />;
  if (changes.length === 0) return <Text size="sm">Nothing that fans would notice.</Text>;
  return (
    <ul className={classes.list}>
      {changes.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}
