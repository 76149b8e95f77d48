/** One value of a metric. */
export interface Sample {
  value: number;
  labels: Record<string, string | number>;
  /** Where it differs from the metric's, as in `…_bucket`. */
  metricName?: string;
}

/** A metric as plain data: what Prometheus' client library calls its JSON, so that workers can send it to their primary. */
export interface Metric {
  name: string;
  help: string;
  type: 'counter' | 'gauge' | 'histogram';
  /** What several workers' values become. */
  aggregator: 'sum' | 'max' | 'min' | 'average' | 'first';
  values: Sample[];
}

const isSample = (found: unknown): found is Sample => typeof found === 'object' && found !== null && 'value' in found && typeof found.value === 'number';
const isMetric = (found: unknown): found is Metric =>
  typeof found === 'object' && found !== null && 'name' in found && 'help' in found && 'type' in found && ['counter', 'gauge', 'histogram'].includes(String(found.type)) && 'values' in found && Array.isArray(found.values) && found.values.every(isSample);

/**
 * What Prometheus' client library calls JSON. Its types tell of a metric's kind by a number, its data by a word.
 * @throws for anything else, a summary too
 */
export function toMetrics(found: readonly unknown[]): Metric[] {
  return found.map((one) => {
    if (!isMetric(one)) throw new Error(`This is no metric of ours: ${JSON.stringify(one)}`);
    return one;
  });
}

type Values = number | readonly (readonly [Record<string, string>, number])[];

const samples = (values: Values): Sample[] => (typeof values === 'number' ? [{ value: values, labels: {} }] : values.map(([labels, value]) => ({ value, labels: { ...labels } })));

/** What only ever grows. By the rules of Prometheus the name ends in `_total`. */
export function counter(name: string, help: string, values: Values): Metric {
  return { name, help, type: 'counter', aggregator: 'sum', values: samples(values) };
}

/** What is so right now. */
export function gauge(name: string, help: string, values: Values, aggregator: Metric['aggregator'] = 'sum'): Metric {
  return { name, help, type: 'gauge', aggregator, values: samples(values) };
}

/** One series of a histogram. */
export interface HistogramSeries {
  labels: Record<string, string>;
  /** How many fell into each bucket and no lower one; one more than there are bounds. */
  counts: ArrayLike<number>;
  sum: number;
}

/** A histogram whose counting was done elsewhere. @param bounds upper bounds of its buckets, rising, in the metric's unit */
export function histogram(name: string, help: string, bounds: readonly number[], series: readonly HistogramSeries[]): Metric {
  const values = series.flatMap(({ labels, counts, sum }): Sample[] => {
    let seen = 0;
    const buckets = [...bounds, '+Inf'].map((le, index): Sample => {
      seen += counts[index] ?? 0;
      return { metricName: `${name}_bucket`, labels: { ...labels, le }, value: seen };
    });
    return [...buckets, { metricName: `${name}_sum`, labels, value: sum }, { metricName: `${name}_count`, labels, value: seen }];
  });
  return { name, help, type: 'histogram', aggregator: 'sum', values };
}
