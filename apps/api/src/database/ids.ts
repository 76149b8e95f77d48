const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text can be the id of a row. Any other text belongs to no row, and must not reach a uuid column. */
export function isId(text: string): boolean {
  return uuid.test(text);
}
