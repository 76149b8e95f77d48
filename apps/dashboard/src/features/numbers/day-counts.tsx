import { graphql, readFragment, type FragmentOf } from '@lynkify/contract';
import { Button, SegmentedControl } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { csv } from '../../csv.js';
import { saveFile } from '../../save-file.js';
import { DaysChart } from './days-chart.js';
import { DaysTable } from './days-table.js';
import classes from './numbers.module.css';

export const DayCounts_day = graphql(`
  fragment DayCounts_day on DayCount {
    day
    visits
    clicks
    captures
  }
`);

interface DayCountsProps {
  days: readonly FragmentOf<typeof DayCounts_day>[];
  file: string;
}

/** Visits, clicks and emails day by day, as a line or as a table. */
export function DayCounts({ days: refs, file }: DayCountsProps) {
  const days = readFragment(DayCounts_day, refs);
  const [form, setForm] = useState('chart');
  const heading = useId();
  const download = () => saveFile(file, csv([['day', 'visits', 'clicks', 'emails'], ...days.map(({ day, visits, clicks, captures }) => [day, visits, clicks, captures])]));
  return (
    <section aria-labelledby={heading} className={classes.card}>
      <div className={classes.cardHead}>
        <h2 id={heading} className={classes.cardTitle}>
          By day
        </h2>
        <SegmentedControl
          aria-label="Show the days as"
          data={[
            { value: 'chart', label: 'Chart' },
            { value: 'table', label: 'Table' },
          ]}
          value={form}
          onChange={setForm}
        />
        <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} onClick={download} aria-label="Download the days as CSV">
          CSV
        </Button>
      </div>
      {form === 'chart' ? <DaysChart days={days} /> : <DaysTable days={days} labelledBy={heading} />}
    </section>
  );
}
