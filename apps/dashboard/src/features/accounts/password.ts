/** Least characters of a new password. Length is what counts (NIST SP 800-63B, 3.1.1.2). */
const least = 10;

export function checkNewPassword(password: string): string | null {
  const length = [...password].length;
  if (length === 0) return 'Choose a password.';
  return length < least ? `This has ${length} characters; at least ${least} are needed.` : null;
}

/** Stands below every field for a new password. */
export const passwordHelp = `At least ${least} characters. A few words are easier to keep in mind.`;
