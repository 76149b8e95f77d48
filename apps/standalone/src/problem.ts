/** Something a person can do something about. The start command shows its message as it is, without a stack. */
export class Problem extends Error {
  override readonly name = 'Problem';
}
