import type { Result } from '@lynkify/domain';
import type { UserError } from './failure.js';

/** What was refused, sorted into the fields of a form and the rest, which belongs to the form as a whole. */
export interface SortedErrors {
  fields: Record<string, string>;
  rest: string[];
}

/** Sorts refusals by the fields that a form has. Paths may or may not start with `input`. */
export function sortUserErrors(errors: readonly UserError[], fields: ReadonlySet<string>): SortedErrors {
  const sorted: SortedErrors = { fields: {}, rest: [] };
  for (const { path, message } of errors) {
    const name = (path[0] === 'input' ? path.slice(1) : path).join('.');
    const top = name.split('.')[0] ?? '';
    const field = fields.has(name) ? name : fields.has(top) ? top : null;
    if (field === null) sorted.rest.push(message);
    // The first refusal of a field is the one to mend first.
    else sorted.fields[field] ??= message;
  }
  return sorted;
}

/** A rule of the domain as a validator of a form. */
export function rule<Value>(parse: (value: Value) => Result<unknown>): (value: Value) => string | null {
  return (value) => {
    const result = parse(value);
    return result.ok ? null : (result.errors[0]?.message ?? 'Check this field.');
  };
}
