import { defaultRangeExtractor, useWindowVirtualizer, type Range, type Virtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Rows before the end of what is loaded at which more is asked for. */
const ahead = 50;

interface WindowRows {
  count: number;
  /** Height of a row in pixels that was not measured yet. */
  estimate: number;
  /** The same function as long as the rows are the same: another one has every row laid out again. */
  keyOf: (index: number) => string | number;
  /** A row that stays in the document with its neighbours wherever the window is, such as the one that has the focus. */
  keep?: number | undefined;
  /** There is more, it is not on its way already, and the last try did not fail. */
  mayLoad: boolean;
  loadMore: () => void;
}

interface WindowRowsShown<Body extends HTMLElement> {
  /** What the rows stand in. */
  body: RefObject<Body | null>;
  /** Where it begins in the document, in pixels. */
  top: number;
  rows: Virtualizer<Window, Element>;
  items: VirtualItem[];
}

/** A long list of which only the rows near the window are in the document, so that ten thousand scroll as ten do. */
export function useWindowRows<Body extends HTMLElement>({ count, estimate, keyOf, keep = -1, mayLoad, loadMore }: WindowRows): WindowRowsShown<Body> {
  const body = useRef<Body>(null);
  const [top, setTop] = useState(0);
  const isEmpty = count === 0;
  useLayoutEffect(() => {
    const measure = () => {
      if (body.current) setTop(Math.round(body.current.getBoundingClientRect().top + window.scrollY));
    };
    measure();
    // What stands above grows and shrinks: a message, a second line of chips.
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [isEmpty]);

  const rangeExtractor = useCallback(
    (range: Range) => {
      const kept = keep < 0 ? [] : [keep - 1, keep, keep + 1].filter((index) => index >= 0 && index < count);
      return [...new Set([...kept, ...defaultRangeExtractor(range)])].sort((a, b) => a - b);
    },
    [keep, count],
  );
  const rows = useWindowVirtualizer({ count, estimateSize: () => estimate, overscan: 12, scrollMargin: top, getItemKey: keyOf, rangeExtractor });
  const items = rows.getVirtualItems();
  const last = rows.range?.endIndex ?? -1;
  useEffect(() => {
    if (mayLoad && last >= count - ahead) loadMore();
  }, [mayLoad, last, count, loadMore]);
  return { body, top, rows, items };
}
