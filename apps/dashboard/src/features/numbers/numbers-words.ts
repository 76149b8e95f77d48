import { count, formatNumber, formatShare } from '../../format.js';

interface Counts {
  visitors: number;
  clicks: number;
  clickThrough: number;
  captures: number;
}

/** The days in one sentence: "412 people came, 58% went on to listen, 31 joined you." */
export function numbersSentence({ visitors, clicks, clickThrough, captures }: Counts): string {
  if (visitors === 0) return withoutVisitors(clicks, captures);
  const came = `${count(visitors, 'person', 'people')} came`;
  const joined = captures === 0 ? 'nobody joined you' : `${formatNumber(captures)} joined you`;
  // A share of one person is no share.
  if (visitors === 1) return `${came} and ${clicks > 0 ? 'went on to listen' : 'did not go on to listen'}, ${joined}.`;
  if (clicks === 0 && captures === 0) return `${came}, but nobody went on to listen or joined you.`;
  return `${came}, ${clicks === 0 ? 'nobody' : share(clickThrough)} went on to listen, ${joined}.`;
}

/** Events may arrive for days on which no visit was counted, for instance from a page that stayed open over midnight. */
function withoutVisitors(clicks: number, captures: number): string {
  if (clicks === 0 && captures === 0) return 'Nobody came in these days.';
  const parts = [clicks > 0 && count(clicks, 'click went on to the music', 'clicks went on to the music'), captures > 0 && count(captures, 'person joined you', 'people joined you')];
  return `${parts.filter((part) => part !== false).join(', ')}.`;
}

/** A share in whole per cent that neither says nobody nor everybody when it was not so. */
export function share(value: number): string {
  // One visit can bring several clicks; more than everyone cannot go on.
  const capped = Math.min(1, value);
  if (capped > 0 && capped < 0.005) return `under ${formatShare(0.01)}`;
  if (capped < 1 && capped >= 0.995) return `over ${formatShare(0.99)}`;
  return formatShare(capped);
}
