import type { ReactNode } from 'react';
import type { PageView } from '../page-view.js';
import { strings } from '../strings/strings.js';

/** What every page stands in: the notice above and the credit below. */
export function PageFrame({ view, children }: { view: PageView; children: ReactNode }) {
  return (
    <div className={`page ${view.kind} ${view.theme.buttons}`} lang={view.locale} dir={view.dir}>
      {view.notice !== null && <p className="notice" role="status" dir="auto">{view.notice}</p>}
      {children}
    </div>
  );
}

/** "Made with Lynkify", where the owner has not switched it off. */
export function Credit({ view }: { view: PageView }) {
  if (!view.theme.credit) return null;
  return (
    <footer className="credit">
      <a href="/">{strings(view.locale).credit}</a>
    </footer>
  );
}
