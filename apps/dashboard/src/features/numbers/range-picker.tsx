import '@mantine/dates/styles.css';
import { Button, Popover, SegmentedControl } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import { addDays, formatRange } from '../../calendar.js';
import classes from './numbers.module.css';
import { chosenRange, daysOf, longestRange, ranges, rangeSearch, type RangeSearch } from './range.js';

interface RangePickerProps {
  search: RangeSearch;
  today: string;
  onChange: (search: RangeSearch) => void;
}

/** The last 7, 28 or 90 days, or days of one's own. */
export function RangePicker({ search, today, onChange }: RangePickerProps) {
  const [opened, setOpened] = useState(false);
  // The first of two days is chosen but not the second.
  const [begun, setBegun] = useState<string | null>(null);
  const chosen = chosenRange(search);
  const { from, to } = daysOf(search, today);

  return (
    <div className={classes.range}>
      <SegmentedControl
        aria-label="Days"
        data={ranges.map((days) => ({ value: String(days), label: `${days} days` }))}
        value={chosen === null ? '' : String(chosen)}
        onChange={(value) => {
          const days = ranges.find((range) => String(range) === value);
          if (days !== undefined) onChange(rangeSearch(days));
        }}
      />
      <Popover
        opened={opened}
        onChange={(next) => {
          setOpened(next);
          setBegun(null);
        }}
        position="bottom-end"
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <Button variant="default" className={chosen === null ? classes.ownDays : undefined} leftSection={<IconCalendar size={18} aria-hidden />} onClick={() => setOpened((now) => !now)}>
            {chosen === null ? formatRange(from, to) : 'Other days'}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label="Choose the first and the last day" p={12}>
          <DatePicker
            type="range"
            allowSingleDateInRange
            // Red is for what is wrong, not for Sundays.
            weekendDays={[]}
            // The days of the months beside this one would be too pale to read.
            hideOutsideDates
            ariaLabels={{ previousMonth: 'Previous month', nextMonth: 'Next month', previousYear: 'Previous year', nextYear: 'Next year', previousDecade: 'Previous ten years', nextDecade: 'Next ten years' }}
            value={begun === null ? [from, to] : [begun, null]}
            defaultDate={to}
            maxDate={begun === null ? today : earlier(today, addDays(begun, longestRange - 1))}
            onChange={([first, last]) => {
              if (first === null) return;
              if (last === null) return setBegun(first);
              onChange({ from: first, to: last });
              setBegun(null);
              setOpened(false);
            }}
          />
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}

const earlier = (a: string, b: string) => (a < b ? a : b);
