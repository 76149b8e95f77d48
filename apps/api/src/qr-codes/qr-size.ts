import { refuse, accept, type Result } from '@lynkify/domain';

/** How large a code is: printed, or in pixels for a screen. */
export type QrSize = { millimetres: number; dpi: number } | { pixels: number };

export const qrLimits = { millimetres: [15, 500], dpi: [72, 1_200], pixels: [120, 4_000] } as const;

type Typed = string | number | undefined;

/** A size as it was asked for: `mm` with `dpi` (300 where nothing is said), or `px`; 20 mm where nothing is asked for. */
export function readQrSize({ mm, dpi, px }: { mm?: Typed; dpi?: Typed; px?: Typed }): Result<QrSize, 'SIZE_INVALID'> {
  if (px !== undefined) {
    if (mm !== undefined || dpi !== undefined) return refuse('SIZE_INVALID', ['px'], 'Give either pixels or millimetres.');
    const pixels = within(px, qrLimits.pixels);
    return pixels === null ? refuse('SIZE_INVALID', ['px'], `Give ${qrLimits.pixels.join(' to ')} pixels.`) : accept({ pixels });
  }
  const millimetres = within(mm ?? 20, qrLimits.millimetres);
  if (millimetres === null) return refuse('SIZE_INVALID', ['mm'], `Give ${qrLimits.millimetres.join(' to ')} millimetres.`);
  const dots = within(dpi ?? 300, qrLimits.dpi);
  if (dots === null) return refuse('SIZE_INVALID', ['dpi'], `Give ${qrLimits.dpi.join(' to ')} dots per inch.`);
  if (pixelsOf({ millimetres, dpi: dots }) > qrLimits.pixels[1]) return refuse('SIZE_INVALID', ['dpi'], 'That is more than 4,000 pixels on a side. Take the SVG, which is sharp in any size.');
  return accept({ millimetres, dpi: dots });
}

/** Pixels on a side. */
export function pixelsOf(size: QrSize): number {
  return 'pixels' in size ? size.pixels : Math.round((size.millimetres / 25.4) * size.dpi);
}

function within(typed: string | number, [least, most]: readonly [number, number]): number | null {
  const number = typeof typed === 'number' ? typed : /^\d{1,5}$/u.test(typed) ? Number(typed) : Number.NaN;
  return Number.isInteger(number) && number >= least && number <= most ? number : null;
}
