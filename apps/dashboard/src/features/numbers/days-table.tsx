import { formatNumber } from '../../format.js';
import { formatDay } from './day-words.js';
import type { Day } from './days-chart.js';
import { measures } from './measures.js';
import classes from './numbers.module.css';

/** The same days as a table, with their sums. */
export function DaysTable({ days, labelledBy }: { days: readonly Day[]; labelledBy: string }) {
  return (
    // Long ranges scroll, which the keyboard can only do where the focus can be.
    <div className={classes.scroll} tabIndex={0} role="region" aria-labelledby={labelledBy}>
      <table className={classes.days}>
        <thead>
          <tr>
            <th scope="col">Day</th>
            {measures.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.day}>
              <th scope="row">{formatDay(day.day)}</th>
              {measures.map(({ key }) => (
                <td key={key}>{formatNumber(day[key])}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All days</th>
            {measures.map(({ key }) => (
              <td key={key}>{formatNumber(days.reduce((sum, day) => sum + day[key], 0))}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
