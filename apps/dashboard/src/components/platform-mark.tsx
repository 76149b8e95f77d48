import { platformById } from '@lynkify/platforms';
import { MarkDrawing } from './mark-drawing.js';

/** A platform's sign in the colour of the text around it. */
export function PlatformMark({ platform, size = 20 }: { platform: string; size?: number }) {
  return <MarkDrawing mark={platformById(platform)?.mark ?? { letters: '·' }} size={size} />;
}
