import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { BoundedMap } from '../visitors/bounded-map.js';
import { answerWith, Head } from './head.js';
import type { HeaderList } from './headers.js';

type Encoding = 'br' | 'gzip' | 'identity';

interface Representation {
  bytes: Buffer;
  etag: string;
  /** Everything but the request's own headers. */
  head: Head;
  /** The same for 304: without what describes a body. */
  unchanged: Head;
}

/** A whole answer, compressed once and sent to everyone. */
export interface Answer {
  status: number;
  representations: Readonly<Record<Encoding, Representation>>;
  /** Bytes in memory. */
  bytes: number;
}

export interface Content {
  status: number;
  type: string;
  body: string;
  cacheControl: string;
  /** Policy, security and whatever else this answer has. */
  headers: HeaderList;
  /** What the answer depends on; `accept-encoding` where nothing is said. */
  vary?: string;
  /** For what is made for one request: a tenth of the work for some more bytes. */
  hasty?: boolean;
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

export async function compileAnswer({ status, type, body, cacheControl, headers, vary = 'accept-encoding', hasty = false }: Content): Promise<Answer> {
  const plain = Buffer.from(body);
  const [br, gz] = await Promise.all([
    brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: hasty ? 4 : 9, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length, [constants.BROTLI_PARAM_LGWIN]: windowFor(plain.length) } }).then(fitted),
    zip(plain, { level: hasty ? 4 : 9 }).then(fitted),
  ]);
  const tag = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
  const represent = (encoding: Encoding, bytes: Buffer): Representation => {
    // A strong tag names bytes, so each encoding has its own.
    const etag = encoding === 'identity' ? `"${tag}"` : `"${tag}-${encoding}"`;
    const unchangedHeaders = [...headers, 'etag', etag, 'cache-control', cacheControl, 'vary', vary];
    const coded = encoding === 'identity' ? [] : ['content-encoding', encoding];
    return {
      bytes,
      etag,
      unchanged: new Head(304, unchangedHeaders),
      head: new Head(status, [...unchangedHeaders, 'content-type', type, 'content-length', String(bytes.length), ...coded]),
    };
  };
  return {
    status,
    representations: { br: represent('br', br), gzip: represent('gzip', gz), identity: represent('identity', plain) },
    // The six heads and their words take as much as a compressed page; `memory.spec.ts` holds this to what is true.
    bytes: plain.length + br.length + gz.length + 11_500,
  };
}

/**
 * The bits of a window that holds all of it. The default is 4 MB, and to set up tables for that takes 12 ms of a page's
 * 13 and as much memory; the result is the same.
 */
function windowFor(length: number): number {
  return Math.min(22, Math.max(16, Math.ceil(Math.log2(length + 1))));
}

/** zlib hands out a part of its 16 KB block, which stays in memory with it: a copy takes only what it is. */
function fitted(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}

/** Sends an answer in the encoding that the client takes, or 304 when it has it. `more` are headers of this request alone. */
export function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: Answer, more: HeaderList, requestId: string): void {
  const representation = answer.representations[encodingFor(request.headers['accept-encoding'])];
  const known = request.headers['if-none-match'];
  if (answer.status === 200 && known !== undefined && matches(known, representation.etag)) answerWith(response, representation.unchanged, more, requestId, null);
  else answerWith(response, representation.head, more, requestId, request.method === 'HEAD' ? null : representation.bytes);
}

const encodings = new BoundedMap<string, Encoding>(1_000);

/** RFC 9110, section 12.5.3: brotli where it is welcome, else gzip, else as it is. */
export function encodingFor(header: string | string[] | undefined): Encoding {
  const text = header === undefined ? '' : String(header);
  const known = encodings.get(text);
  if (known) return known;
  const accepted = new Map(text.toLowerCase().split(',').map((part): [string, number] => {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    return [name, quality === undefined ? 1 : Number(quality.slice(2)) || 0];
  }));
  const takes = (name: string) => (accepted.get(name) ?? accepted.get('*') ?? 0) > 0;
  const encoding = takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity';
  if (text.length < 200) encodings.set(text, encoding);
  return encoding;
}

/** `If-None-Match` compares weakly (RFC 9110, section 13.1.2). */
function matches(header: string, etag: string): boolean {
  return header === etag || header.trim() === '*' || header.split(',').some((part) => part.trim().replace(/^W\//u, '') === etag);
}
