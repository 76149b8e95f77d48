import { accept, refuse, type Result } from '@lynkify/domain';
import { QueryFailedError } from 'typeorm';

/** Name of the constraint that a statement broke, or null when it failed of something else. */
export function brokenConstraint(error: unknown): string | null {
  if (!(error instanceof QueryFailedError)) return null;
  const driver: unknown = error.driverError;
  return typeof driver === 'object' && driver !== null && 'constraint' in driver && typeof driver.constraint === 'string' ? driver.constraint : null;
}

/**
 * Accepts what the write gives, or refuses when this constraint stopped it: the database decides, not a look-up before.
 * Inside a transaction return the refusal at once; the transaction is spent.
 */
export async function acceptUnlessTaken<T, Code extends string>(
  write: Promise<T>,
  constraint: string,
  code: Code,
  path: readonly string[],
  message: string,
): Promise<Result<T, Code>> {
  try {
    return accept(await write);
  } catch (error) {
    if (brokenConstraint(error) === constraint) return refuse(code, path, message);
    throw error;
  }
}
