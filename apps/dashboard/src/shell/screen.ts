import { lazyRouteComponent } from '@tanstack/react-router';
import type { FunctionComponent } from 'react';

/**
 * The component of a route in a chunk of its own. Asks only that the export is a component without props and not what it
 * returns: a screen uses the router's types, and the router's types must not depend on what a screen returns.
 */
export function screen<Name extends string>(load: () => Promise<Record<Name, () => void>>, name: Name) {
  return lazyRouteComponent(load as () => Promise<Record<Name, FunctionComponent>>, name);
}
