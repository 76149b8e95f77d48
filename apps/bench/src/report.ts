import { holds, missed, type Figure, type Limit } from './experiment.js';

/** A number as people read it: at most three digits behind the point, fewer for large ones. */
export function inWords(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 3;
  return value.toLocaleString('en-US', { maximumFractionDigits: digits });
}

const signs: Readonly<Record<Limit['is'], string>> = { 'at least': '≥', 'at most': '≤', exactly: '=' };

export function limitInWords({ limit }: Pick<Figure, 'limit'>): string {
  return limit ? `${signs[limit.is]} ${inWords(limit.value)}` : '';
}

/** The table of figures, as it is printed. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [figure.name, inWords(figure.value), figure.unit, limitInWords(figure), figure.limit ? (holds(figure) ? '✓' : '✗') : '', figure.note ?? '']);
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => (row[column] ?? '').length)));
  const pad = (row: readonly string[]) => [
    (row[0] ?? '').padEnd(widths[0] ?? 0),
    (row[1] ?? '').padStart(widths[1] ?? 0),
    (row[2] ?? '').padEnd(widths[2] ?? 0),
    (row[3] ?? '').padEnd(widths[3] ?? 0),
    row[4] || ' ',
    row[5] ?? '',
  ];
  return rows.map((row) => `  ${pad(row).join('  ').trimEnd()}`).join('\n');
}

/** The last line of a run. */
export function verdict(name: string, figures: readonly Figure[]): string {
  const wrong = missed(figures);
  if (figures.length === 0) return `FAIL ${name}: it measured nothing`;
  if (wrong.length === 0) return `PASS ${name}`;
  return `FAIL ${name}: ${wrong.map((figure) => `${figure.name} is ${inWords(figure.value)} ${figure.unit}, has to be ${limitInWords(figure)}`).join('; ')}`;
}
