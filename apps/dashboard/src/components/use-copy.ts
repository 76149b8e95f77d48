import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

export type CopyState = 'idle' | 'copied' | 'refused';

const shownFor = 2_000;

/**
 * Copies a text. Where the browser refuses its clipboard (no permission, no secure origin) the older way is tried, and where
 * that fails too the text is selected, so that the keyboard or a long press copies it.
 * @param source what shows the text
 */
export function useCopy(text: string, source: RefObject<HTMLElement | null>): { state: CopyState; copy: () => void } {
  const [state, setState] = useState<CopyState>('idle');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const copy = useCallback(() => {
    const say = (next: CopyState) => {
      clearTimeout(timer.current);
      setState(next);
      if (next === 'copied') timer.current = setTimeout(() => setState('idle'), shownFor);
    };
    const otherwise = () => {
      const focused = document.activeElement;
      if (source.current) select(source.current);
      const copied = source.current !== null && copySelection();
      if (copied && focused instanceof HTMLElement) focused.focus();
      say(copied ? 'copied' : 'refused');
    };
    // Missing on an origin without TLS.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (clipboard) void clipboard.writeText(text).then(() => say('copied'), otherwise);
    else otherwise();
  }, [text, source]);
  return { state, copy };
}

function select(element: HTMLElement): void {
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) {
    element.focus();
    element.select();
    return;
  }
  getSelection()?.selectAllChildren(element);
}

/** The way of before the Clipboard API; browsers that have none of it throw or say no. */
function copySelection(): boolean {
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  }
}
