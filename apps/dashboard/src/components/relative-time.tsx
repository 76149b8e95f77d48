import { useEffect, useState } from 'react';
import { formatMoment, formatRelative } from '../format.js';

/** A moment as "5 minutes ago", with the exact one on hover. Goes on counting. */
export function RelativeTime({ at }: { at: string }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={at} title={formatMoment(at)}>
      {formatRelative(at, now)}
    </time>
  );
}
