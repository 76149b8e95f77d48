/** The three things that are counted, in the order in which they happen. */
export const measures = [
  { key: 'visits', label: 'Visits', color: 'var(--ink)' },
  { key: 'clicks', label: 'Clicks', color: 'var(--accent)' },
  { key: 'captures', label: 'Emails', color: 'var(--good)', dash: '5 4' },
] as const;

export type Measure = (typeof measures)[number]['key'];

export const measureLabel = (measure: Measure): string => measures.find(({ key }) => key === measure)?.label ?? measure;
