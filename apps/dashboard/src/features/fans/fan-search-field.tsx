import { ActionIcon, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './fans-screen.module.css';

interface FanSearchFieldProps {
  /** The text in the address. */
  value: string;
  onChange: (text: string) => void;
}

/** Searches while someone types, and puts it into the address when they pause. */
export function FanSearchField({ value, onChange }: FanSearchFieldProps) {
  const [text, setText] = useState(value);
  // What this field put into the address last; anything else there came from outside, say from the browser's back button.
  const [known, setKnown] = useState(value);
  const say = useDebouncedCallback((next: string) => {
    setKnown(next.trim());
    onChange(next.trim());
  }, 250);
  if (value !== known) {
    setKnown(value);
    setText(value);
  }
  const type = (next: string) => {
    setText(next);
    say(next);
  };
  return (
    <TextInput
      type="search"
      className={classes.search}
      aria-label="Search fans by name or email"
      placeholder="Search by name or email"
      leftSection={<IconSearch size={18} aria-hidden />}
      rightSection={
        text !== '' && (
          <ActionIcon size={28} aria-label="Clear the search" onClick={() => type('')}>
            <IconX size={16} />
          </ActionIcon>
        )
      }
      value={text}
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && text !== '') {
          event.preventDefault();
          type('');
        }
      }}
    />
  );
}
