import { graphql, readFragment, type FragmentOf } from '@lynkify/contract';
import { count, formatNumber } from '../../format.js';
import classes from './numbers.module.css';

export const OtherTraffic_count = graphql(`
  fragment OtherTraffic_count on NamedCount {
    key
    name
    visits
    clicks
  }
`);

const words: Readonly<Record<string, readonly [one: string, many: string]>> = {
  bot: ['by a bot', 'by bots'],
  preview: ['by an app that made a preview', 'by apps that make previews'],
  prefetch: ['by a browser ahead of time', 'by browsers ahead of time'],
  scanner: ['by a scanner of mail or links', 'by scanners of mail or links'],
};

/** What was asked for by machines, small and apart: it is in none of the numbers. */
export function OtherTraffic({ counts }: { counts: readonly FragmentOf<typeof OtherTraffic_count>[] }) {
  const parts = readFragment(OtherTraffic_count, counts)
    .map(({ key, name, visits, clicks }) => ({ amount: visits + clicks, name: words[key ?? ''] ?? ([`by ${name}`, `by ${name}`] as const) }))
    .filter(({ amount }) => amount > 0)
    .map(({ amount, name }, index) => `${index === 0 ? count(amount, 'request', 'requests') : formatNumber(amount)} ${amount === 1 ? name[0] : name[1]}`);
  if (parts.length === 0) return null;
  return <p className={classes.other}>Not people, so not counted above: {new Intl.ListFormat('en-GB').format(parts)}.</p>;
}
