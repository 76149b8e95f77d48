import { graphql } from '@lynkify/contract';
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../../api.js';
import { LatestRelease_release } from './latest-release.js';
import { NewestFans_fan } from './newest-fans.js';
import { TodoList_todo } from './todo-list.js';
import { Week_numbers } from './week.js';

export const HomeQuery = graphql(
  `
    query Home {
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
        latestRelease {
          ...LatestRelease_release
        }
      }
    }
  `,
  [TodoList_todo, Week_numbers, NewestFans_fan, LatestRelease_release],
);

/** What needs the artist, this week beside the last, the newest fans. */
export const home = () =>
  queryOptions({
    queryKey: ['home'],
    queryFn: async ({ signal }) => (await execute(HomeQuery, {}, signal)).home,
  });
