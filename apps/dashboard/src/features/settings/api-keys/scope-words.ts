import type { Scope } from '@lynkify/domain';

/** What each scope opens, in words, by what it is about. A key can do exactly what it says. */
export const scopeGroups: readonly { title: string; scopes: readonly { scope: Scope; may: string }[] }[] = [
  {
    title: 'Releases',
    scopes: [
      { scope: 'releases:read', may: 'See releases and their links' },
      { scope: 'releases:write', may: 'Make and change releases' },
    ],
  },
  {
    title: 'Artists',
    scopes: [
      { scope: 'artists:read', may: 'See artists and bio pages' },
      { scope: 'artists:write', may: 'Change artists and bio pages' },
    ],
  },
  {
    title: 'Pages',
    scopes: [
      { scope: 'pages:publish', may: 'Publish and unpublish' },
      { scope: 'media:write', may: 'Upload pictures' },
    ],
  },
  {
    title: 'Fans',
    scopes: [
      { scope: 'fans:read', may: 'See fans and their consent' },
      { scope: 'fans:write', may: 'Change and unsubscribe fans' },
      { scope: 'fans:export', may: 'Export fans as a file' },
    ],
  },
  { title: 'Numbers', scopes: [{ scope: 'numbers:read', may: 'See visits, clicks and emails' }] },
];
