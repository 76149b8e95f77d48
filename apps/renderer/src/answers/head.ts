import { type ServerResponse, STATUS_CODES, validateHeaderName, validateHeaderValue } from 'node:http';
import type { HeaderList } from './headers.js';

/** How long an idle connection is kept, in milliseconds. */
export const keepAlive = 65_000;

/** Status and lasting headers of an answer, checked and put into the words of HTTP once for all who get it. */
export class Head {
  private readonly text: string;
  private second = Number.NaN;
  private textNow = '';

  /** @throws TypeError for a header that would not be one */
  constructor(
    readonly status: number,
    readonly headers: HeaderList,
  ) {
    this.text = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${linesOf(headers)}Connection: keep-alive\r\nKeep-Alive: timeout=${keepAlive / 1_000}\r\n`;
  }

  /** The whole head of an answer on a kept connection. */
  of(more: HeaderList, requestId: string): string {
    const second = Math.floor(Date.now() / 1_000);
    if (second !== this.second) {
      this.second = second;
      this.textNow = `${this.text}Date: ${new Date(second * 1_000).toUTCString()}\r\nx-request-id: `;
    }
    return more.length === 0 ? `${this.textNow}${requestId}\r\n\r\n` : `${this.textNow}${requestId}\r\n${linesOf(more)}\r\n`;
  }
}

function linesOf(headers: HeaderList): string {
  let lines = '';
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at] ?? '';
    const value = headers[at + 1] ?? '';
    validateHeaderName(name);
    validateHeaderValue(name, value);
    lines += `${name}: ${value}\r\n`;
  }
  return lines;
}

/**
 * Where Node keeps the head that it makes of the headers, until the first bytes of the body go out with it. Writing ours
 * there spares a tenth of a request: checking, comparing and joining a dozen headers that are the same for everyone. It is
 * done for the common case alone, and `head.spec.ts` holds it against what Node itself makes.
 */
interface NodeResponse extends ServerResponse {
  _header: string | null;
  _hasBody: boolean;
}

/**
 * Answers with a head, headers of this request alone, and a body (none for HEAD, 304 and redirects).
 * @param requestId letters, digits and hyphens
 */
export function answerWith(response: ServerResponse, head: Head, more: HeaderList, requestId: string, body: Buffer | null): void {
  // Everything about ending connections is left to Node, and so is what others have set on this answer.
  if (response.shouldKeepAlive && !response.headersSent && response.getHeaderNames().length === 0) {
    const prepared = response as NodeResponse;
    prepared.statusCode = head.status;
    prepared._header = head.of(more, requestId);
    if (head.status === 304) prepared._hasBody = false;
  } else {
    response.writeHead(head.status, [...head.headers, 'x-request-id', requestId, ...more]);
  }
  if (body === null) response.end();
  else response.end(body);
}
