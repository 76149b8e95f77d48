import { graphql, readFragment, type FragmentOf } from '@lynkify/contract';
import { ActionIcon, Button, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { csv } from '../../csv.js';
import { count, formatNumber } from '../../format.js';
import { saveFile } from '../../save-file.js';
import classes from './breakdown.module.css';
import { measureLabel, type Measure } from './measures.js';

export const Breakdown_count = graphql(`
  fragment Breakdown_count on NamedCount {
    key
    name
    visits
    clicks
    captures
  }
`);

interface BreakdownProps {
  title: string;
  /** What one row is, for the CSV. */
  what: string;
  counts: readonly FragmentOf<typeof Breakdown_count>[];
  /** What the columns are; the first one makes the bars. */
  measures: readonly [Measure, ...Measure[]];
  file: string;
  none: string;
}

const shownFirst = 7;

/** What the numbers are made of: a table whose rows are bars. */
export function Breakdown({ title, what, counts, measures, file, none }: BreakdownProps) {
  const [all, setAll] = useState(false);
  const heading = useId();
  const [main] = measures;
  const rows = readFragment(Breakdown_count, counts)
    .filter((row) => measures.some((measure) => row[measure] > 0))
    .toSorted((a, b) => b[main] - a[main]);
  const most = Math.max(1, ...rows.map((row) => row[main]));
  const download = () =>
    saveFile(`${file}-by-${what}.csv`, csv([[what, ...measures.map((measure) => measureLabel(measure).toLowerCase())], ...rows.map((row) => [row.name, ...measures.map((measure) => row[measure])])]));

  return (
    <section aria-labelledby={heading} className={classes.breakdown}>
      <div className={classes.head}>
        <h2 id={heading} className={classes.title}>
          {title}
        </h2>
        {rows.length > 0 && (
          <Tooltip label="Download as CSV">
            <ActionIcon onClick={download} aria-label={`Download ${title.toLowerCase()} as CSV`}>
              <IconDownload size={18} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {rows.length === 0 ? (
        <p className={classes.none}>{none}</p>
      ) : (
        <table className={classes.table} aria-labelledby={heading}>
          <thead>
            <tr>
              <th scope="col">
                <VisuallyHidden>{title}</VisuallyHidden>
              </th>
              {measures.map((measure) => (
                <th key={measure} scope="col">
                  {measureLabel(measure)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(all ? rows : rows.slice(0, shownFirst)).map((row) => (
              <tr key={row.key ?? ''}>
                <th scope="row">
                  <span className={classes.name} title={row.name}>
                    {row.name}
                  </span>
                  <span className={classes.bar} style={{ width: `${(row[main] / most) * 100}%` }} aria-hidden="true" />
                </th>
                {measures.map((measure) => (
                  <td key={measure}>{formatNumber(row[measure])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length > shownFirst && (
        <Button variant="subtle" color="gray" size="xs" className={classes.more} onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? 'Show fewer' : `Show ${count(rows.length - shownFirst, 'more', 'more')}`}
        </Button>
      )}
    </section>
  );
}
