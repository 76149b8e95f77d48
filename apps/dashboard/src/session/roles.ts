export type Role = 'OWNER' | 'ADMIN' | 'EDITOR' | 'VIEWER';

export const roleNames: Readonly<Record<Role, string>> = { OWNER: 'Owner', ADMIN: 'Admin', EDITOR: 'Editor', VIEWER: 'Viewer' };

/** What each role may do, from the least to the most powerful. */
export const roleWords: readonly { role: Role; may: string }[] = [
  { role: 'VIEWER', may: 'Sees releases, pages, fans and numbers. Changes nothing.' },
  { role: 'EDITOR', may: 'Makes and publishes releases and bio pages, works with fans.' },
  { role: 'ADMIN', may: 'Also invites members, makes API keys, exports fans and changes the workspace.' },
  { role: 'OWNER', may: 'Also makes and unmakes owners. A workspace always has one.' },
];

export const isRole = (text: string): text is Role => Object.hasOwn(roleNames, text);
