import { markGrid, type PlatformMark } from '@lynkify/platforms';

/** A mark in the colour of the text around it. */
export function MarkDrawing({ mark, size = 20 }: { mark: PlatformMark; size?: number }) {
  return (
    <svg width={size} height={size} viewBox={`0 0 ${markGrid} ${markGrid}`} fill="currentColor" aria-hidden="true" style={{ flex: 'none' }}>
      {'path' in mark ? (
        <path d={mark.path} />
      ) : (
        <text x="50%" y="69%" textAnchor="middle" fontSize={markGrid * 0.54} fontWeight="650">
          {mark.letters}
        </text>
      )}
    </svg>
  );
}
