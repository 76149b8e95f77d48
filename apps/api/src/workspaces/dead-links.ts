/** What published pages do with a destination that is gone. */
export const deadLinksValues = ['keep', 'hide'] as const;
export type DeadLinks = (typeof deadLinksValues)[number];

/** Job that brings the pages of a workspace up to date with what it wants. */
export const deadLinksJob = 'workspaces.dead-links';
