import { graphql } from '@lynkify/contract';
import { execute } from '../../api.js';
import { releaseOf } from './release-answer.js';
import { ReleaseEditor_release } from './release-query.js';

const AddLinks = graphql(
  `
    mutation AddLinks($input: AddDestinationsInput!) {
      addDestinations(input: $input) {
        release {
          ...ReleaseEditor_release
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [ReleaseEditor_release],
);
const ChangeLink = graphql(
  `
    mutation ChangeLink($input: UpdateDestinationInput!) {
      updateDestination(input: $input) {
        release {
          ...ReleaseEditor_release
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [ReleaseEditor_release],
);
const RemoveLink = graphql(
  `
    mutation RemoveLink($input: RemoveDestinationInput!) {
      removeDestination(input: $input) {
        release {
          ...ReleaseEditor_release
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [ReleaseEditor_release],
);
const CheckLink = graphql(
  `
    mutation CheckLink($input: CheckDestinationInput!) {
      checkDestination(input: $input) {
        release {
          ...ReleaseEditor_release
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [ReleaseEditor_release],
);
const AcceptMovedLink = graphql(
  `
    mutation AcceptMovedLink($input: AcceptMovedDestinationInput!) {
      acceptMovedDestination(input: $input) {
        release {
          ...ReleaseEditor_release
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [ReleaseEditor_release],
);
const OrderLinks = graphql(
  `
    mutation OrderLinks($input: ReorderDestinationsInput!) {
      reorderDestinations(input: $input) {
        release {
          ...ReleaseEditor_release
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [ReleaseEditor_release],
);
const LookUp = graphql(
  `
    mutation LookUp($input: MatchReleaseInput!) {
      matchRelease(input: $input) {
        release {
          ...ReleaseEditor_release
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [ReleaseEditor_release],
);
const ConfirmLink = graphql(
  `
    mutation ConfirmLink($input: ConfirmDestinationInput!) {
      confirmDestination(input: $input) {
        release {
          ...ReleaseEditor_release
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [ReleaseEditor_release],
);

/** Whether and when a page offers a link. What is left out stays; null clears. */
export interface LinkOffer {
  offered?: boolean;
  offeredFrom?: string | null;
  offeredUntil?: string | null;
  beforeRelease?: boolean | null;
}

/** A link that was taken off, with what is needed to put it back. */
export interface RemovedLink {
  platform: string;
  platformName: string;
  url: string;
  /** Its place, from 0. */
  position: number;
  offer: LinkOffer;
}

/** What is done to the links of a release at the press of a button. Each answers with the release as it is now. */
export function linkActions(releaseId: string) {
  const offerLink = async (destinationId: string, offer: LinkOffer) => releaseOf((await execute(ChangeLink, { input: { destinationId, ...offer } })).updateDestination);
  const reorder = async (destinationIds: string[]) => releaseOf((await execute(OrderLinks, { input: { releaseId, destinationIds } })).reorderDestinations);
  return {
    addLinks: async (text: string, replace: boolean) => releaseOf((await execute(AddLinks, { input: { releaseId, text, replace } })).addDestinations),
    addShop: async (url: string) => releaseOf((await execute(AddLinks, { input: { releaseId, text: '', asStore: [url], replace: false } })).addDestinations),
    offerLink,
    changeLink: async (destinationId: string, url: string) => releaseOf((await execute(ChangeLink, { input: { destinationId, url } })).updateDestination),
    removeLink: async (destinationId: string) => releaseOf((await execute(RemoveLink, { input: { destinationId } })).removeDestination),
    /** Has the API look whether the link still works. */
    checkLink: async (destinationId: string) => releaseOf((await execute(CheckLink, { input: { destinationId } })).checkDestination),
    acceptMovedLink: async (destinationId: string) => releaseOf((await execute(AcceptMovedLink, { input: { destinationId } })).acceptMovedDestination),
    /** Says that a link which was found by its title is the right one. */
    confirmLink: async (destinationId: string) => releaseOf((await execute(ConfirmLink, { input: { destinationId } })).confirmDestination),
    /** Asks music services (again), by a code or a link where one is given. */
    lookUp: async (from: string) => releaseOf((await execute(LookUp, { input: { releaseId, ...(from.trim() !== '' && { from }) } })).matchRelease),
    reorder,
    /** Puts a link back where it stood. */
    putBack: async ({ url, platform, position, offer }: RemovedLink) => {
      const shop = platform === 'official_store';
      const added = releaseOf((await execute(AddLinks, { input: { releaseId, text: shop ? '' : url, ...(shop && { asStore: [url] }), replace: false } })).addDestinations);
      const anew = added.destinations.find((destination) => destination.platform === platform);
      const differs = offer.offered === false || [offer.offeredFrom, offer.offeredUntil, offer.beforeRelease].some((value) => value != null);
      const release = anew && differs ? await offerLink(anew.id, offer) : added;
      const ids = release.destinations.map(({ id }) => id);
      const back = release.destinations.find((destination) => destination.platform === platform);
      if (!back || ids.indexOf(back.id) === position) return release;
      const others = ids.filter((id) => id !== back.id);
      return reorder([...others.slice(0, position), back.id, ...others.slice(position)]);
    },
  };
}
