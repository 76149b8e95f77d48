import type { Result } from '@lynkify/domain';
import { RequestError } from './request-error.js';

/** The value of an expected outcome, for REST; a refusal as 422 with its reasons by field. @throws RequestError */
export function accepted<T>(outcome: Result<T>): T {
  if (outcome.ok) return outcome.value;
  const fields = Object.fromEntries(outcome.errors.map(({ path, message }) => [path.join('.') || 'release', message]));
  throw new RequestError(outcome.errors[0]?.code ?? 'REFUSED', 422, outcome.errors.map(({ message }) => message).join(' '), { fields });
}
