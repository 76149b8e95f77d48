import { encodeQR, type ErrorCorrection } from 'qr';

/** Modules of white around a symbol, ISO/IEC 18004 section 5.3.8. */
export const quietZone = 4;

/** A QR symbol as what has to be drawn, in modules. */
export interface QrSymbol {
  /** Rows of modules, true for dark; without the quiet zone. */
  modules: readonly (readonly boolean[])[];
  /** Modules on a side, the quiet zone included. */
  side: number;
  /** Where the picture in the middle stands with its white edge, in modules from the outer corner of the quiet zone; null: nowhere. */
  hole: { at: number; side: number } | null;
}

/**
 * Share of the side that the picture takes: 4% of the modules. Errors are corrected up to 30% at level H, 25% at Q; the rest
 * is for the printer, the wall and the camera.
 */
const holeShare = 0.2;

/**
 * The symbols that are made, the coarsest first: version, level, and how many bytes it holds (ISO/IEC 18004, table 7). Short
 * texts get level H; longer ones Q, whose modules are larger on the same print. Versions in between are passed over: on a
 * print of two centimetres that is seen at 150 dpi their modules fall between pixels so that a decoder miscounts them
 * (measured for every version with jsqr: it depends on the version alone).
 */
const steps: readonly { version: number; ecc: ErrorCorrection; bytes: number }[] = [
  { version: 3, ecc: 'high', bytes: 24 },
  { version: 4, ecc: 'high', bytes: 34 },
  { version: 5, ecc: 'high', bytes: 44 },
  { version: 8, ecc: 'high', bytes: 84 },
  { version: 10, ecc: 'quartile', bytes: 151 },
  { version: 11, ecc: 'quartile', bytes: 177 },
  { version: 14, ecc: 'quartile', bytes: 258 },
];

/** Most characters of an address that a code holds. */
export const mostQrCharacters = steps.at(-1)?.bytes ?? 0;

/**
 * An address as a symbol.
 * @param text ASCII
 * @throws RangeError for a text that is too long
 */
export function qrSymbol(text: string, { hole }: { hole: boolean }): QrSymbol {
  const step = steps.find(({ bytes }) => text.length <= bytes);
  if (!step) throw new RangeError(`a code of ${text.length} characters`);
  // The library draws one module of white at least.
  const modules = encodeQR(text, 'raw', { ecc: step.ecc, version: step.version, encoding: 'byte', border: 1 }).slice(1, -1).map((row) => row.slice(1, -1));
  return { modules, side: modules.length + 2 * quietZone, hole: hole ? holeOf(modules.length) : null };
}

/** In the middle and on whole modules, so that none is half covered. */
function holeOf(modules: number): NonNullable<QrSymbol['hole']> {
  const wished = Math.round(modules * holeShare);
  const side = wished % 2 === modules % 2 ? wished : wished - 1;
  return { at: quietZone + (modules - side) / 2, side };
}

/** Whether a module is drawn dark: the picture's place is kept free. */
export function isDark({ modules, hole }: QrSymbol, x: number, y: number): boolean {
  const [column, row] = [x - quietZone, y - quietZone];
  const inHole = hole !== null && x >= hole.at && x < hole.at + hole.side && y >= hole.at && y < hole.at + hole.side;
  return !inHole && modules[row]?.[column] === true;
}
