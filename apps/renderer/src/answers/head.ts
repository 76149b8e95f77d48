import { type ServerResponse, STATUS_CODES, validateHeaderName, validateHeaderValue } from 'node:http';
import type { HeaderList } from './headers.js';

/** How long an idle connection is kept, in milliseconds. */
export const keepAlive = 65_000;

const kept = `Connection: keep-alive\r\nKeep-Alive: timeout=${keepAlive / 1_000}\r\n\r\n`;

/** Status and lasting headers of an answer, checked and put into the words of HTTP once for all who get it. */
export class Head {
  readonly text: string;

  /** @throws TypeError for a header that would not be one */
  constructor(
    readonly status: number,
    readonly headers: HeaderList,
  ) {
    this.text = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${linesOf(headers, true)}`;
  }
}

function linesOf(headers: HeaderList, checkNames: boolean): string {
  let lines = '';
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at] ?? '';
    const value = headers[at + 1] ?? '';
    if (checkNames) validateHeaderName(name);
    validateHeaderValue(name, value);
    lines += `${name}: ${value}\r\n`;
  }
  return lines;
}

/**
 * Where Node keeps the head that it makes of the headers, until the first bytes of the body go out with it. Writing ours
 * there spares a tenth of a request: checking, comparing and joining a dozen headers that are the same for everyone. It is
 * done for the common case alone, and `head.spec.ts` holds the bytes against those that Node itself makes.
 */
interface NodeResponse extends ServerResponse {
  _header: string | null;
  _hasBody: boolean;
}

/** Answers with a head, headers of this request alone, and a body (none for HEAD, 304 and redirects). */
export function answerWith(response: ServerResponse, head: Head, more: HeaderList, body: Buffer | null): void {
  // Everything about ending connections is left to Node, and so is what others have set on this answer.
  if (response.shouldKeepAlive && !response.headersSent && response.getHeaderNames().length === 0) {
    const prepared = response as NodeResponse;
    prepared.statusCode = head.status;
    prepared._header = `${head.text}${linesOf(more, false)}Date: ${httpDate()}\r\n${kept}`;
    if (head.status === 304) prepared._hasBody = false;
  } else {
    response.writeHead(head.status, [...head.headers, ...more]);
  }
  if (body === null) response.end();
  else response.end(body);
}

let second = 0;
let date = '';

function httpDate(): string {
  const now = Math.floor(Date.now() / 1_000);
  if (now !== second) {
    second = now;
    date = new Date(now * 1_000).toUTCString();
  }
  return date;
}
