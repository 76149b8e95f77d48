import { pipeline, type Duplex, type Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { constants, createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { OutboundError } from './outbound-error.js';

/** What we say that we understand. */
export const acceptEncoding = 'gzip, br';

// With a flush in place of an end, an empty or cut body decodes to what there is, as in browsers.
const decoders: Readonly<Record<string, () => Duplex>> = {
  gzip: () => createGunzip({ finishFlush: constants.Z_SYNC_FLUSH }),
  'x-gzip': () => createGunzip({ finishFlush: constants.Z_SYNC_FLUSH }),
  deflate: () => createInflate({ finishFlush: constants.Z_SYNC_FLUSH }),
  br: () => createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH }),
};

/** Encodings one inside the other that are undone; each multiplies what a few bytes can become. */
const mostEncodings = 2;

/**
 * Reads a decoded body and stops the moment it has too many bytes, however few came over the wire.
 * @throws OutboundError TOO_LARGE, unless `cut`: then what is too much is left out
 */
export async function readBody(body: Readable, encoding: string, maxBytes: number, cut: boolean): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of decoded(body, encoding)) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    chunks.push(bytes);
    if (size > maxBytes) {
      if (cut) return Buffer.concat(chunks, maxBytes);
      throw new OutboundError('TOO_LARGE', `the answer is larger than ${maxBytes} bytes`);
    }
  }
  return Buffer.concat(chunks, size);
}

function decoded(body: Readable, encoding: string): Readable {
  const names = encoding.split(',').map((name) => name.trim().toLowerCase()).filter((name) => name !== '' && name !== 'identity');
  const chain = names.reverse().flatMap((name) => (Object.hasOwn(decoders, name) ? [decoders[name]?.() ?? []] : [])).flat();
  if (chain.length !== names.length || chain.length > mostEncodings) throw new OutboundError('BROKEN_ANSWER', 'the answer is packed in a way that was not asked for');
  // Its error reaches who reads the last stream; the callback has nothing to add.
  return chain.reduce<Readable>((from, decoder) => pipeline(from, decoder, () => undefined), body);
}

/** A body's text by the character set that the answer, its first bytes or its HTML names; UTF-8 where nothing does. */
export function decodeText(body: Buffer, contentType: string): string {
  const [start] = [body.subarray(0, 1024).toString('latin1')];
  const named = /charset\s*=\s*["']?([\w.:-]+)/iu.exec(contentType)?.[1] ?? (/html/iu.test(contentType) ? /<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]+)/iu.exec(start)?.[1] : undefined);
  const marked = start.startsWith('\xff\xfe') ? 'utf-16le' : start.startsWith('\xfe\xff') ? 'utf-16be' : start.startsWith('\xef\xbb\xbf') ? 'utf-8' : undefined;
  const decoder = decoderOf(marked ?? named ?? 'utf-8');
  // In two steps: in one, Node 20 reads windows-1252 as Latin-1 and loses its quotes and dashes.
  return decoder.decode(body, { stream: true }) + decoder.decode();
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch (error) {
    if ((error as Error).name === 'RangeError') return new TextDecoder();
    throw error;
  }
}
