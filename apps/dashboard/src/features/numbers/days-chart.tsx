import '@mantine/charts/styles.css';
import { LineChart } from '@mantine/charts';
import { formatNumber, locale } from '../../format.js';
import { formatDay } from './day-words.js';
import { measures, type Measure } from './measures.js';
import classes from './numbers.module.css';

export type Day = { day: string } & Record<Measure, number>;

const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });

/** The line. Arrow keys go from day to day once it has the focus. */
export function DaysChart({ days }: { days: readonly Day[] }) {
  return (
    <figure className={classes.chart}>
      <figcaption className={classes.legend}>
        {measures.map(({ key, label, color, ...line }) => (
          <span key={key}>
            <svg width="20" height="8" aria-hidden="true">
              <line x1="0" y1="4" x2="20" y2="4" stroke={color} strokeWidth="2" strokeDasharray={'dash' in line ? line.dash : undefined} />
            </svg>
            {label}
          </span>
        ))}
      </figcaption>
      <LineChart
        h={260}
        data={[...days]}
        dataKey="day"
        series={measures.map(({ key, label, color, ...line }) => ({ name: key, label, color, ...('dash' in line && { strokeDasharray: line.dash }) }))}
        curveType="monotone"
        strokeWidth={2}
        // Points that stand close are a fat line; a single day is nothing but its point.
        withDots={days.length <= 31}
        dotProps={{ r: days.length === 1 ? 4 : 2 }}
        gridAxis="x"
        tickLine="none"
        strokeDasharray="0"
        textColor="var(--ink-soft)"
        gridColor="var(--line)"
        valueFormatter={(value) => compact.format(value)}
        xAxisProps={{ tickFormatter: (day: string) => short.format(new Date(`${day}T12:00:00Z`)), minTickGap: 24, padding: { left: 8, right: 8 } }}
        yAxisProps={{ allowDecimals: false, width: 44 }}
        lineChartProps={{ title: 'Visits, clicks and emails by day', desc: 'Use the left and right arrow keys to go from day to day. The table has the same numbers.' }}
        tooltipProps={{ content: ({ payload }) => <DayTip day={payload[0]?.payload as Day | undefined} /> }}
      />
    </figure>
  );
}

/** The numbers of the day under the pointer or the arrow keys; read out as they change. */
function DayTip({ day }: { day: Day | undefined }) {
  return (
    <div className={classes.tip} role="status">
      {day && (
        <>
          <strong>{formatDay(day.day)}</strong>
          {measures.map(({ key, label, color }) => (
            <span key={key} className={classes.tipLine}>
              <i style={{ background: color }} />
              {label} <b>{formatNumber(day[key])}</b>
            </span>
          ))}
        </>
      )}
    </div>
  );
}
