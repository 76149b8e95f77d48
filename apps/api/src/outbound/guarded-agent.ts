import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { rootCertificates } from 'node:tls';
import { Agent, buildConnector } from 'undici';
import { OutboundError } from './outbound-error.js';
import type { OutboundSettings, Place } from './outbound-settings.js';
import { isPublicAddress } from './public-address.js';

/** Every address of a name. */
export type Resolve = (host: string, answer: (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void) => void;

export const systemResolve: Resolve = (host, answer) => systemLookup(host, { all: true }, (error, addresses) => answer(error, addresses ?? []));

const connectTime = 10_000;

/** Where a host is by the settings, whatever DNS says; null: DNS decides. */
function placeOf({ hosts }: OutboundSettings, host: string): Place | null {
  const name = host.replace(/\.$/u, '').replace(/^\[|\]$/gu, '').toLowerCase();
  const own = hosts.get(name);
  if (own) return own;
  // "*" means the internet: an address, or a name that only this machine knows, is none of it.
  return isIP(name) === 0 && name.includes('.') ? (hosts.get('*') ?? null) : null;
}

const forbidden = () => new OutboundError('FORBIDDEN_ADDRESS', 'the host is in a private network');

/**
 * Opens connections to public addresses only. The name is looked up once, by the socket itself, and it is given no
 * address that did not pass: an earlier look could be told something else than the socket (DNS rebinding).
 * @param guarded false: connects wherever it is told, for addresses that the operator of the instance sets
 */
export function outboundAgent(settings: OutboundSettings, resolve: Resolve, guarded: boolean): Agent {
  const passes = (address: string) => !guarded || isPublicAddress(address, settings.allow);
  const lookup: LookupFunction = (host, options, answer) =>
    resolve(host, (error, found) => {
      if (error) return answer(error, []);
      const passing = found.filter(({ address, family }) => passes(address) && (!options.family || options.family === family));
      const [first] = passing;
      if (!first) return answer(found.length > 0 ? forbidden() : Object.assign(new Error('no address'), { code: 'ENODATA' }), []);
      return options.all ? answer(null, passing) : answer(null, first.address, first.family);
    });
  const connect = buildConnector({
    lookup,
    timeout: connectTime,
    ...(settings.certificates === null ? {} : { ca: [...rootCertificates, settings.certificates] }),
  } as buildConnector.BuildOptions);

  return new Agent({
    connections: 16,
    keepAliveTimeout: 4_000,
    maxHeaderSize: 64 * 1024,
    connect(options, done) {
      const place = placeOf(settings, options.hostname);
      if (place) return connect({ ...options, hostname: place.address, port: String(place.port), servername: options.servername || serverName(options.hostname) }, done);
      // For an address nothing is looked up, so nothing above would be asked.
      const literal = options.hostname.replace(/^\[|\]$/gu, '');
      if (isIP(literal) !== 0 && !passes(literal)) return done(forbidden(), null);
      return connect({ ...options, hostname: literal }, (error, socket) => {
        if (error) return done(error, null);
        // The last word has the address that the socket really has.
        if (passes(socket.remoteAddress ?? '')) return done(null, socket);
        socket.destroy();
        return done(forbidden(), null);
      });
    },
  });
}

const serverName = (host: string) => (isIP(host.replace(/^\[|\]$/gu, '')) === 0 ? host : undefined);
