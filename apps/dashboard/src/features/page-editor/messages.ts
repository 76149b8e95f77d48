import { GraphQLRequestError } from '@lynkify/contract';
import type { UserError } from '../../forms/failure.js';
import type { Messages } from './autosave.js';

/** Refusals by the dotted path of the draft. `names` says what fields are called there that the API calls otherwise. */
export function messagesOf(errors: readonly UserError[], names: Readonly<Record<string, string>>): Messages {
  const messages: Record<string, string> = {};
  for (const { path, message } of errors) {
    const [first = '', ...rest] = path[0] === 'input' ? path.slice(1) : path;
    messages[[names[first] ?? first, ...rest].join('.')] ??= message;
  }
  return messages;
}

/** What `ask` answers; a request that was refused as malformed becomes a refusal of its fields. */
export async function withFieldRefusals<Payload extends { userErrors: readonly UserError[] }, Refused extends { userErrors: readonly UserError[] }>(
  ask: () => Promise<Payload>,
  refused: (userErrors: readonly UserError[]) => Refused,
): Promise<Payload | Refused> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof GraphQLRequestError) || Object.keys(error.fields).length === 0) throw error;
    return refused(Object.entries(error.fields).map(([path, message]) => ({ code: error.code, path: path.split('.'), message })));
  }
}
