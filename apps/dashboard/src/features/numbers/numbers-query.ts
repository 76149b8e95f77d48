import { graphql } from '@lynkify/contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { execute } from '../../api.js';
import { NumbersView_numbers } from './numbers-view.js';
import type { DayRange } from './range.js';

const WorkspaceNumbersQuery = graphql(
  `
    query WorkspaceNumbers($from: Date!, $to: Date!) {
      numbers(from: $from, to: $to) {
        ...NumbersView_numbers
      }
    }
  `,
  [NumbersView_numbers],
);

const ArtistNumbersQuery = graphql(
  `
    query ArtistNumbers($id: ID!, $from: Date!, $to: Date!) {
      artist(id: $id) {
        numbers(from: $from, to: $to) {
          ...NumbersView_numbers
        }
      }
    }
  `,
  [NumbersView_numbers],
);

const ReleaseNumbersQuery = graphql(
  `
    query ReleaseNumbers($id: ID!, $from: Date!, $to: Date!) {
      release(id: $id) {
        title
        status
        publicUrl
        numbers(from: $from, to: $to) {
          ...NumbersView_numbers
        }
      }
    }
  `,
  [NumbersView_numbers],
);

/** Everything of the workspace. */
export const workspaceNumbers = (range: DayRange) =>
  queryOptions({
    queryKey: ['numbers', 'workspace', range],
    queryFn: async ({ signal }) => (await execute(WorkspaceNumbersQuery, { ...range }, signal)).numbers,
    placeholderData: keepPreviousData,
  });

/** The bio page and all releases of one artist; null when there is no such artist. */
export const artistNumbers = (id: string, range: DayRange) =>
  queryOptions({
    queryKey: ['numbers', 'artist', id, range],
    queryFn: async ({ signal }) => (await execute(ArtistNumbersQuery, { id, ...range }, signal)).artist?.numbers ?? null,
    placeholderData: keepPreviousData,
  });

/** One release with its numbers, or null. */
export const releaseNumbers = (id: string, range: DayRange) =>
  queryOptions({
    queryKey: ['numbers', 'release', id, range],
    queryFn: async ({ signal }) => (await execute(ReleaseNumbersQuery, { id, ...range }, signal)).release,
    placeholderData: (before, query) => (query?.queryKey[2] === id ? before : undefined),
  });
