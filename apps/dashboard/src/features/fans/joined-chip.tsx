import '@mantine/dates/styles.css';
import { Popover } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { formatRange } from '../../calendar.js';
import { formatDate } from '../../format.js';
import { useWorkspaceTime } from '../../workspace-time.js';
import { ClearFilter } from './choice-chip.js';
import classes from './chips.module.css';
import type { FansSearch } from './fans-search.js';

interface JoinedChipProps {
  from: string | undefined;
  to: string | undefined;
  onChange: (change: Pick<FansSearch, 'joinedFrom' | 'joinedTo'>) => void;
}

/** The filter by the days on which fans joined, both included. */
export function JoinedChip({ from, to, onChange }: JoinedChipProps) {
  const [opened, setOpened] = useState(false);
  // The first of two days is chosen but not the second.
  const [begun, setBegun] = useState<string | null>(null);
  const today = useWorkspaceTime().calendarDay(Date.now());
  const set = from !== undefined || to !== undefined;

  return (
    <div className={classes.pair}>
      <Popover
        opened={opened}
        onChange={(next) => {
          setOpened(next);
          setBegun(null);
        }}
        position="bottom-start"
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <button type="button" className={classes.chip} data-on={set || undefined} onClick={() => setOpened((now) => !now)}>
            <span className={classes.chosen}>{joinedWords(from, to)}</span>
            {!set && <IconChevronDown size={16} aria-hidden />}
          </button>
        </Popover.Target>
        <Popover.Dropdown className={classes.calendar} aria-label="Days on which fans joined">
          <DatePicker
            type="range"
            allowSingleDateInRange
            // Red is for what is wrong, not for Sundays.
            weekendDays={[]}
            value={begun === null ? [from ?? to ?? null, to ?? from ?? null] : [begun, null]}
            defaultDate={to ?? today}
            maxDate={today}
            onChange={([first, last]) => {
              if (first !== null && last === null) return setBegun(first);
              onChange({ joinedFrom: first ?? undefined, joinedTo: last ?? undefined });
              setBegun(null);
              setOpened(false);
            }}
          />
        </Popover.Dropdown>
      </Popover>
      {set && <ClearFilter what="Joined" onClear={() => onChange({ joinedFrom: undefined, joinedTo: undefined })} />}
    </div>
  );
}

function joinedWords(from: string | undefined, to: string | undefined): string {
  if (from !== undefined && to !== undefined) return `Joined: ${formatRange(from, to)}`;
  if (from !== undefined) return `Joined: since ${formatDate(from)}`;
  return to === undefined ? 'Joined' : `Joined: until ${formatDate(to)}`;
}
