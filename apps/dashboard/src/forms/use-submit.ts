import { GraphQLRequestError } from '@lynkify/contract';
import type { UseFormReturnType } from '@mantine/form';
import { useState, type FormEvent } from 'react';
import { failureOf, type UserError } from './failure.js';
import { sortUserErrors } from './user-errors.js';

interface Submit {
  onSubmit: (event?: FormEvent<HTMLFormElement>) => void;
  pending: boolean;
  /** What concerns the form as a whole, to stand above its button. */
  failure: string | null;
}

/**
 * Saves a form: shows refusals beside their fields and moves the focus to the first of them, keeps what was typed, and
 * calls `done` with the payload when nothing was refused.
 */
export function useSubmit<Values extends object, Payload extends { userErrors: readonly UserError[] }>(
  form: UseFormReturnType<Values>,
  save: (values: Values) => Promise<Payload>,
  done: (payload: Payload, values: Values) => unknown,
): Submit {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const refuse = (errors: readonly UserError[]) => {
    const { fields, rest } = sortUserErrors(errors, new Set(Object.keys(form.getValues())));
    form.setErrors(fields);
    setFailure(rest.length > 0 ? rest.join(' ') : null);
    focusFirst(form, Object.keys(fields));
  };

  const submit = async (values: Values) => {
    if (pending) return;
    setPending(true);
    setFailure(null);
    try {
      const payload = await save(values);
      if (payload.userErrors.length > 0) refuse(payload.userErrors);
      else await done(payload, values);
    } catch (error) {
      const fields = error instanceof GraphQLRequestError ? Object.entries(error.fields) : [];
      if (fields.length > 0) refuse(fields.map(([path, message]) => ({ code: 'BAD_USER_INPUT', path: path.split('.'), message })));
      else setFailure(failureOf(error));
    } finally {
      setPending(false);
    }
  };

  const onSubmit = form.onSubmit(
    (values) => void submit(values),
    (errors) => {
      setFailure(null);
      focusFirst(form, Object.keys(errors));
    },
  );
  return { onSubmit, pending, failure };
}

function focusFirst<Values extends object>(form: UseFormReturnType<Values>, fields: readonly string[]): void {
  const nodes = fields.map((field) => form.getInputNode(field)).filter((node) => node !== null);
  // In the order of the screen, which need not be the order of the refusals.
  nodes.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  nodes[0]?.focus();
}
