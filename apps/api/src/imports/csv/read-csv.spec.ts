import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { decodeText } from './decode-text.js';
import { csvLimits, readCsv } from './read-csv.js';

const cellsOf = async (text: string) => {
  const table = await readCsv(text);
  return table.ok ? table.value.rows.map(({ cells }) => cells) : table.errors[0]?.code;
};
const sample = 'Title;Artist\nMañana;Björk „live“ – 5 €\n';

describe('the text of a catalogue', () => {
  it.each([
    ['utf-8', Buffer.from(sample)],
    ['utf-8', Buffer.from(`\ufeff${sample}`)],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(sample, 'utf-16le')])],
    ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), iconv.encode(sample, 'utf-16be')])],
    ['utf-16le', iconv.encode(sample, 'utf-16le')],
    ['utf-16be', iconv.encode(sample, 'utf-16be')],
    ['windows-1252', iconv.encode(sample, 'windows-1252')],
  ])('is read when it was written as %s', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: true, value: { text: sample, encoding } });
  });

  it.each([
    ['a workbook', Buffer.from('PK\u0003\u0004rest'), 'NOT_CSV'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'NOT_CSV'],
    ['something compressed', Buffer.from([0x1f, 0x8b, 8, 0]), 'NOT_CSV'],
    ['nothing', Buffer.alloc(0), 'FILE_EMPTY'],
  ])('is told from %s', (_, bytes, code) => {
    const text = decodeText(bytes);
    expect(text.ok ? null : text.errors[0]?.code).toBe(code);
  });
});

describe('the table of a catalogue', () => {
  it.each([
    ['commas', 'a,b\n1,"x;y"\n2,z', [['a', 'b'], ['1', 'x;y'], ['2', 'z']]],
    ['semicolons, with commas in the cells', 'a;b\n1;x,y,z\n2;z,w', [['a', 'b'], ['1', 'x,y,z'], ['2', 'z,w']]],
    ['tabs', 'a\tb\n1\tx, y', [['a', 'b'], ['1', 'x, y']]],
    ['what Excel says in its first line', 'sep=;\r\na;b\r\n1;2', [['a', 'b'], ['1', '2']]],
    ['ends of lines of every kind', 'a,b\r\n1,2\r3,4\n5,6', [['a', 'b'], ['1', '2'], ['3', '4'], ['5', '6']]],
    ['lines of different lengths and empty ones', 'a,b,c\n\n1\n,,\n2,3,4,5\n', [['a', 'b', 'c'], ['1'], ['2', '3', '4', '5']]],
    ['quotation marks that mean inches', 'a,b\n12" mix,x\n7" "single",y', [['a', 'b'], ['12" mix', 'x'], ['7" "single"', 'y']]],
    ['quoted cells with line breaks and quotes', 'a,b\n"one\ntwo","say ""x"""', [['a', 'b'], ['one\ntwo', 'say "x"']]],
    ['a letter of two halves where the file is cut into pieces', `a,b\n${'🎧'.repeat(2_000)},x`, [['a', 'b'], ['🎧'.repeat(2_000), 'x']]],
  ])('is read with %s', async (_, text, cells) => {
    expect(await cellsOf(text)).toEqual(cells);
  });

  it('knows its lines by the numbers that an editor shows', async () => {
    const table = await readCsv('sep=,\na,b\n"x\ny",1\n\nz,2');
    expect(table.ok && table.value.rows.map(({ number }) => number)).toEqual([2, 4, 6]);
  });

  it('says in which line a quotation mark is never closed', async () => {
    const table = await readCsv('a,b\n1,2\n3,"open\n5,6\n7,8');
    expect(table).toEqual({ ok: false, errors: [{ code: 'FILE_BROKEN', path: ['file'], message: expect.stringContaining('line 3') }] });
  });

  it('gives up a line that nobody can read and keeps the others', async () => {
    const table = await readCsv(`title,artist\n${'x'.repeat(1024 * 1024)},a\nnull\u0000,b\n${','.repeat(300)}z\ngood,c`);
    expect(table.ok && table.value.rows.map(({ problem }) => problem !== null)).toEqual([false, true, true, true, false]);
    const longest = table.ok ? Math.max(...table.value.rows.flatMap(({ cells }) => cells.map((cell) => cell.length))) : 0;
    expect(longest).toBe(csvLimits.cell);
    expect(JSON.stringify(table)).not.toContain('\\u0000');
  });

  it('has an end', async () => {
    expect(await cellsOf(`title\n${'x\n'.repeat(csvLimits.lines + 1)}`)).toBe('TOO_MANY_LINES');
    expect(await cellsOf('x'.repeat(csvLimits.bytes + 1))).toBe('TOO_LARGE');
    expect(await cellsOf('\n\n ,\n')).toBe('FILE_EMPTY');
    expect(await cellsOf(`title\n${'x\n'.repeat(csvLimits.lines)}`)).toHaveLength(csvLimits.lines + 1);
  });

  it('takes a megabyte of anything, and lets others work meanwhile', async () => {
    for (const piece of ['"', '",', '"a""b",', 'a,', '\r', ';"\n', '"a"b']) {
      let turns = 0;
      const others = setInterval(() => (turns += 1), 1);
      const started = Date.now();
      await readCsv(`title\n${piece.repeat(Math.floor((1024 * 1024) / piece.length))}`);
      clearInterval(others);
      const took = Date.now() - started;
      expect({ piece, fast: took < 5_000, others: (turns + 2) * 250 > took }).toEqual({ piece, fast: true, others: true });
    }
  });
});
