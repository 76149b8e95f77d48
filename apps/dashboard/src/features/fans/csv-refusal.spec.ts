import { describe, expect, it } from '@jest/globals';
import { csvRefusal } from './csv-refusal.js';

describe('a CSV that did not come', () => {
  it('says what the API says, with the request to quote', async () => {
    const answer = Response.json({ code: 'FORBIDDEN', message: 'Your role does not export fans.', requestId: 'abcdef-12' }, { status: 403, headers: { 'x-request-id': 'abcdef-12' } });
    await expect(csvRefusal(answer)).resolves.toMatchObject({ message: 'Your role does not export fans.', code: 'FORBIDDEN', requestId: 'abcdef-12' });
  });

  it('has words of its own for the page of a proxy, for JSON without words and for nothing at all', async () => {
    for (const body of ['<html>502 Bad Gateway</html>', '{}', '']) {
      const { message, code } = await csvRefusal(new Response(body, { status: 503 }));
      expect({ code, hasWords: message.length > 10, isMarkup: message.includes('<') }).toEqual({ code: 'SERVICE_UNAVAILABLE', hasWords: true, isMarkup: false });
    }
  });

  it('is a lost connection where the answer breaks off', async () => {
    const broken = new ReadableStream({ start: (stream) => stream.error(new TypeError('network error')) });
    await expect(csvRefusal(new Response(broken, { status: 500 }))).rejects.toMatchObject({ code: 'OFFLINE' });
  });
});
