import { count, formatNumber, formatShare } from '../../format.js';

interface Week {
  visitors: number;
  clickThrough: number;
  captures: number;
}

/** The week in one sentence: "412 people came, 58% went on to listen, 31 joined you." */
export function weekSentence({ visitors, clickThrough, captures }: Week): string {
  if (visitors === 0 && captures === 0) return 'Nobody has come yet this week.';
  const came = `${count(visitors, 'person', 'people')} came`;
  // One visit can bring several clicks; more than everyone cannot go on.
  const listened = `${formatShare(Math.min(1, clickThrough))} went on to listen`;
  const joined = captures === 0 ? 'nobody joined you yet' : `${formatNumber(captures)} joined you`;
  return `${came}, ${listened}, ${joined}.`;
}
