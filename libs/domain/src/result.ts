/** One reason why something was refused, ready to stand beside a form field. */
export interface Refusal<Code extends string = string> {
  code: Code;
  /** Where in the input, from the outside in, e.g. `['release', 'slug']`. */
  path: string[];
  /** One or two plain sentences that say what to do. */
  message: string;
}

export interface Accepted<T> {
  ok: true;
  value: T;
}

export interface Refused<Code extends string = string> {
  ok: false;
  errors: Refusal<Code>[];
}

/** An expected outcome as a value: accepted, or refused with reasons. Surprises are thrown instead. */
export type Result<T, Code extends string = string> = Accepted<T> | Refused<Code>;

export function accept<T>(value: T): Accepted<T> {
  return { ok: true, value };
}

/** Refuses for one reason. For several, join their `errors`. */
export function refuse<Code extends string>(code: Code, path: readonly string[] = [], message: string = code): Refused<Code> {
  return { ok: false, errors: [{ code, path: [...path], message }] };
}

/** The same result with another path, for a rule that does not know the name of the field it was used for. */
export function at<T, Code extends string>(path: readonly string[], result: Result<T, Code>): Result<T, Code> {
  return result.ok ? result : { ok: false, errors: result.errors.map((error) => ({ ...error, path: [...path] })) };
}
