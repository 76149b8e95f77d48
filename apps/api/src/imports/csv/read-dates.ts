import { parseDate, refuse, accept, type Result } from '@lynkify/domain';

/** In which order a file writes day, month and year where they are numbers. `YMD` is told by its four digits and always read. */
export const dateOrders = ['YMD', 'DMY', 'MDY'] as const;
export type DateOrder = (typeof dateOrders)[number];

const yearFirst = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:[T ].*)?$/u;
const yearLast = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?: .*)?$/u;
const inWords = /^(?:(\d{1,2})\.?[ -]([a-z]{3,9})\.?,?[ -](\d{4})|([a-z]{3,9})\.? (\d{1,2}),? (\d{4}))$/iu;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The order that a column of dates speaks for: a number over 12 is a day. Nothing speaks: the day comes first, as nearly everywhere. */
export function guessDateOrder(texts: Iterable<string>): DateOrder {
  let sawYearLast = false;
  for (const text of texts) {
    const match = yearLast.exec(text.trim());
    if (!match) continue;
    sawYearLast = true;
    if (Number(match[1]) > 12) return 'DMY';
    if (Number(match[2]) > 12) return 'MDY';
  }
  return sawYearLast ? 'DMY' : 'YMD';
}

/** A date as catalogues write it. Null where there is none, or only a year: a release then has no day. */
export function readCatalogueDate(text: string, order: DateOrder): Result<string | null, 'DATE_INVALID'> {
  const typed = text.trim();
  if (typed === '' || /^\d{4}(?:-\d{2})?$/u.test(typed) || /^0000/u.test(typed)) return accept(null);
  const iso = /^(\d{4})(\d{2})(\d{2})$/u.exec(typed) ?? yearFirst.exec(typed);
  if (iso) return made(iso[1], iso[2], iso[3], typed);
  const numbers = yearLast.exec(typed);
  if (numbers) return order === 'MDY' ? made(numbers[3], numbers[1], numbers[2], typed) : made(numbers[3], numbers[2], numbers[1], typed);
  const words = inWords.exec(typed);
  const month = months.indexOf((words?.[2] ?? words?.[4] ?? '').slice(0, 3).toLowerCase()) + 1;
  if (words && month > 0) return made(words[3] ?? words[6], String(month), words[1] ?? words[5], typed);
  return unread(typed);
}

function made(year = '', month = '', day = '', typed: string): Result<string | null, 'DATE_INVALID'> {
  const date = parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return date.ok ? date : unread(typed);
}

function unread(typed: string): Result<never, 'DATE_INVALID'> {
  const serial = /^[345]\d{4}(?:\.\d+)?$/u.test(typed) ? ' Your spreadsheet program writes dates as numbers: format the column as a date.' : '';
  return refuse('DATE_INVALID', ['releaseDate'], `“${typed.slice(0, 40)}” is no date that exists.${serial}`);
}
