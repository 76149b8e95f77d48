import { graphql } from '@lynkify/contract';
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../../api.js';
import { Picture_picture } from '../../components/picture.js';

const HomeQuery = graphql(
  `
    query Home {
      home {
        todos {
          kind
          title
          action
          releaseId
          artistId
        }
        thisWeek {
          visits
          clicks
          captures
          verifiedFans
        }
        lastWeek {
          visits
          clicks
          captures
          verifiedFans
        }
        newestFans {
          id
          email
          name
          joinedAt
          verifiedAt
          source {
            label
          }
        }
        latestRelease {
          id
          title
          artistCredit
          status
          publicUrl
          artwork {
            ...Picture_picture
          }
        }
      }
    }
  `,
  [Picture_picture],
);

/** What needs the artist, this week beside the last, the newest fans. */
export const home = () =>
  queryOptions({
    queryKey: ['home'],
    queryFn: async ({ signal }) => (await execute(HomeQuery, {}, signal)).home,
  });
