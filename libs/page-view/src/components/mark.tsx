import { markGrid } from '@lynkify/platforms';
import type { Mark } from '../page-view.js';

const box = `0 0 ${markGrid} ${markGrid}`;

/** A platform's or network's mark. The name stands beside it or in the link's label, so it says nothing itself. */
export function MarkIcon({ mark, className = '' }: { mark: Mark; className?: string }) {
  if ('letters' in mark) return <span className={`mark letters ${className}`.trim()} aria-hidden="true">{mark.letters}</span>;
  return (
    <svg className={`mark ${className}`.trim()} viewBox={box} aria-hidden="true">
      <path d={mark.path} />
    </svg>
  );
}
