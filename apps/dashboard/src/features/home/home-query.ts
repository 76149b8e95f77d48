import { graphql } from '@lynkify/contract';
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../../api.js';
import { LatestRelease_release } from './latest-release.js';
import { NewestFans_fan } from './newest-fans.js';
import { TodoList_todo } from './todo-list.js';
import { Week_numbers } from './week.js';

export const HomeQuery = graphql(
  `
    query Home($artistId: ID!) {
      home {
        todos {
          ...TodoList_todo
        }
        thisWeek {
          ...Week_numbers
        }
        lastWeek {
          ...Week_numbers
        }
        newestFans {
          ...NewestFans_fan
        }
        latestRelease(artistId: $artistId) {
          ...LatestRelease_release
        }
      }
    }
  `,
  [TodoList_todo, Week_numbers, NewestFans_fan, LatestRelease_release],
);

/** What needs the workspace, this week beside the last, the newest fans; and the artist's latest release. */
export const home = (artistId: string) =>
  queryOptions({
    queryKey: ['home', artistId],
    queryFn: async ({ signal }) => (await execute(HomeQuery, { artistId }, signal)).home,
  });
