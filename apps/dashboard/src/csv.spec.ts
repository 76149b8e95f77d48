import { describe, expect, it } from '@jest/globals';
import { csvText } from './csv.js';

describe('a table as CSV', () => {
  it('quotes what would break a cell', () => {
    expect(csvText([['name', 'visits'], ['Say "hi", there', 12], ['two\nlines', 0]])).toBe('name,visits\r\n"Say ""hi"", there",12\r\n"two\nlines",0\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])('lets no name be a formula: %j', (name) => {
    expect(csvText([[name]])).toBe(`'${name}\r\n`);
  });

  it('keeps numbers numbers, below zero too', () => {
    expect(csvText([[-3]])).toBe('-3\r\n');
  });
});
