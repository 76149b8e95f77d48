import { graphql, readFragment, type ResultOf } from '@lynkify/contract';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { execute } from '../../api.js';
import { Picture_picture } from '../../components/picture.js';
import { isGoing, type Outcome } from './import-words.js';

export const ImportDetails = graphql(`
  fragment ImportDetails on Import {
    id
    kind
    status
    source
    message
    foundName
    createArtists
    hasHeadings
    dateOrder
    createdAt
    startedAt
    finishedAt
    retryAt
    artist {
      id
      name
    }
    columns {
      index
      heading
      role
    }
    counts {
      total
      waiting
      created
      completed
      unchanged
      refused
    }
  }
`);

export type ImportDetail = ResultOf<typeof ImportDetails>;

const ImportsQuery = graphql(
  `
    query Imports($after: String) {
      imports(first: 25, after: $after) {
        totalCount
        pageInfo {
          endCursor
          hasNextPage
        }
        nodes {
          id
          ...ImportDetails
        }
      }
    }
  `,
  [ImportDetails],
);

const ImportQuery = graphql(
  `
    query OneImport($id: ID!) {
      import(id: $id) {
        ...ImportDetails
      }
    }
  `,
  [ImportDetails],
);

const ImportRowsQuery = graphql(`
  query ImportRows($id: ID!) {
    import(id: $id) {
      firstRows(first: 3)
      lines(first: 5) {
        nodes {
          number
          title
          artist
          type
          date
          upc
          links
        }
      }
      check {
        wrong
        unknownArtists
        lines {
          number
          title
          artist
          message
        }
      }
    }
  }
`);

const ImportLinesQuery = graphql(
  `
    query ImportLines($id: ID!, $outcome: ImportOutcome, $after: String) {
      import(id: $id) {
        lines(first: 100, outcome: $outcome, after: $after) {
          totalCount
          pageInfo {
            endCursor
            hasNextPage
          }
          nodes {
            number
            outcome
            message
            title
            artist
            release {
              id
              title
              artwork {
                ...Picture_picture
              }
            }
          }
        }
      }
    }
  `,
  [Picture_picture],
);

/** While something goes on, it is asked for again so often. */
const often = 1_000;

/** Imports of the workspace, the newest first. */
export const imports = () =>
  infiniteQueryOptions({
    queryKey: ['imports', 'list'],
    queryFn: async ({ pageParam, signal }) => {
      const { imports: page } = await execute(ImportsQuery, { after: pageParam }, signal);
      return { ...page, nodes: page.nodes.map((node) => readFragment(ImportDetails, node)) };
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    refetchInterval: ({ state: { data } }) => (data?.pages.some(({ nodes }) => nodes.some(({ status }) => isGoing(status))) ? 2 * often : false),
  });

/** One import; null when there is none of this id. */
export const oneImport = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: async ({ signal }): Promise<ImportDetail | null> => readFragment(ImportDetails, (await execute(ImportQuery, { id }, signal)).import),
    refetchInterval: ({ state: { data } }) => (data && isGoing(data.status) ? often : false),
  });

/** What a file holds and what of it would be refused, as its columns are taken now. */
export const importRows = (id: string) =>
  queryOptions({
    queryKey: ['imports', id, 'rows'],
    queryFn: async ({ signal }) => (await execute(ImportRowsQuery, { id }, signal)).import,
    placeholderData: keepPreviousData,
  });

/** The lines of an import, of one outcome or all, as they are scrolled to. */
export const importLines = (id: string, outcome: Outcome | undefined, going: boolean) =>
  infiniteQueryOptions({
    queryKey: ['imports', id, 'lines', outcome ?? 'all'],
    queryFn: async ({ pageParam, signal }) => (await execute(ImportLinesQuery, { id, outcome: outcome ?? null, after: pageParam }, signal)).import?.lines ?? nothing,
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    structuralSharing: false,
    placeholderData: keepPreviousData,
    // Pages come one after the other: whoever has scrolled far keeps what is there until the import ends.
    refetchInterval: ({ state: { data } }) => (going && (data?.pages.length ?? 0) <= 2 ? 2 * often : false),
  });

const nothing = { totalCount: 0, pageInfo: { endCursor: null, hasNextPage: false }, nodes: [] };

type LinesAnswer = NonNullable<ResultOf<typeof ImportLinesQuery>['import']>['lines'];
export type ImportLine = LinesAnswer['nodes'][number];
