import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useWorkspaceTime } from '../../workspace-time.js';
import { daysOf, readRange, type DayRange, type RangeSearch } from './range.js';

interface Range {
  search: RangeSearch;
  days: DayRange;
  today: string;
  change: (next: RangeSearch) => void;
}

/** The days in the address of whatever screen this stands on, in the workspace's calendar. */
export function useRange(): Range {
  const address: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const time = useWorkspaceTime();
  const today = time.calendarDay(Date.now());
  const { days, from, to } = readRange(address);
  return useMemo(() => {
    const search = { days, from, to };
    return {
      search,
      days: daysOf(search, today),
      today,
      change: (next) =>
        void navigate({
          to: '.',
          search: (before: Record<string, unknown>) => ({ ...before, days: next.days, from: next.from, to: next.to }),
          replace: true,
          resetScroll: false,
        }),
    };
  }, [days, from, to, today, navigate]);
}
