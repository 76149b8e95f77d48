/** Kinds of requests, as answers are counted by them. */
export const requestKinds = ['page', 'click', 'form', 'mail-link', 'picture', 'discovery', 'health', 'other'] as const;
export type RequestKind = (typeof requestKinds)[number];
