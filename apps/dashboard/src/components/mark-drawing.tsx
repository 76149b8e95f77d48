import type { PlatformMark } from '@lynkify/platforms';

/** A mark in the colour of the text around it. */
export function MarkDrawing({ mark, size = 20 }: { mark: PlatformMark; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="currentColor" aria-hidden="true" style={{ flex: 'none' }}>
      {'path' in mark ? (
        <path d={mark.path} />
      ) : (
        <text x="12" y="16.5" textAnchor="middle" fontSize="13" fontWeight="650">
          {mark.letters}
        </text>
      )}
    </svg>
  );
}
