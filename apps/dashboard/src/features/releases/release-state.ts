export interface StatusFacts {
  status: 'DRAFT' | 'PUBLISHED' | 'UNPUBLISHED' | 'ARCHIVED';
  hasUnpublishedChanges: boolean;
  /** When its page ends by itself; null or missing: never. */
  expiresAt?: string | null;
}

/** Where something that can be published stands, its unpublished changes counted in. */
export function releaseState({ status, hasUnpublishedChanges }: StatusFacts): 'draft' | 'published' | 'changed' | 'unpublished' | 'archived' {
  if (status === 'PUBLISHED') return hasUnpublishedChanges ? 'changed' : 'published';
  return status === 'DRAFT' ? 'draft' : status === 'UNPUBLISHED' ? 'unpublished' : 'archived';
}
