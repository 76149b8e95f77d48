/** Something a person can do something about. Shown as it is, without a stack. */
export class Problem extends Error {
  name = 'Problem';
}

/** What a failure is called when the machine says it in codes. */
export function explain(error) {
  if (error?.name === 'Problem') return error.message;
  switch (error?.code) {
    case 'ENOSPC':
      return 'The disk is full. Make room and start again; nothing that was acknowledged is lost.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `May not write ${error.path ?? 'here'}. Give this user the folder (chown), or start as the user who owns it.`;
    default:
      return error?.stack ?? String(error);
  }
}
