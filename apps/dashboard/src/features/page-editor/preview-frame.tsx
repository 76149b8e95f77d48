import { pageStyles, Page, type PageView } from '@lynkify/page-view';
import { useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';

interface PreviewFrameProps {
  view: PageView;
  title: string;
  /** CSS pixels of the page; the frame is drawn smaller by `scale`. */
  width: number;
  height: number;
  scale: number;
}

// A document of its own: the page's styles cannot reach the dashboard, nor the other way round.
const emptyDocument = '<!doctype html><html><head><meta charset="utf-8"></head><body></body></html>';

/** A public page as fans see it. Its links and forms lead nowhere. */
export function PreviewFrame({ view, title, width, height, scale }: PreviewFrameProps) {
  const [page, setPage] = useState<Document | null>(null);

  useEffect(() => {
    if (!page) return;
    const stay = (event: Event) => {
      const { target } = event;
      // A summary opens and closes on the page itself, and a field is there to be tried.
      if (event.type === 'submit' || (isElement(target) && target.closest('a') !== null)) event.preventDefault();
    };
    for (const kind of ['click', 'auxclick', 'submit', 'dragstart'] as const) page.addEventListener(kind, stay, true);
    return () => {
      for (const kind of ['click', 'auxclick', 'submit', 'dragstart'] as const) page.removeEventListener(kind, stay, true);
    };
  }, [page]);

  const styles = pageStyles(view);
  const silent = useMemo(() => withoutSound(view), [view]);
  return (
    <div style={{ width: width * scale, height: height * scale, overflow: 'hidden' }}>
      <iframe
        title={title}
        srcDoc={emptyDocument}
        onLoad={(event) => setPage(event.currentTarget.contentDocument)}
        style={{ display: 'block', width, height, border: 0, transform: `scale(${scale})`, transformOrigin: '0 0' }}
      />
      {page && createPortal(<style>{styles}</style>, page.head)}
      {page && createPortal(<Page view={silent} />, page.body)}
    </div>
  );
}

/** The players without their sound: its address is the page's own, which may not be there yet. */
function withoutSound(view: PageView): PageView {
  return view.kind === 'smart-link' ? { ...view, tracks: view.tracks.map((track) => ({ ...track, preview: track.preview === null ? null : '' })) } : view;
}

// Elements of another document are no instances of this window's classes.
function isElement(target: EventTarget | null): target is Element {
  return target !== null && 'closest' in target;
}
