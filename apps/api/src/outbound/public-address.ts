import ipaddr from 'ipaddr.js';
import type { Network } from './outbound-settings.js';

/** Where IPv6 addresses of the public internet are (IANA IPv6 Address Space): everything else is for special purposes. */
const globalUnicast = ipaddr.parseCIDR('2000::/3');
/** Answers inside of Azure's machines for the platform itself, from an address that looks public. */
const alike: ReadonlySet<string> = new Set(['168.63.129.16']);

/**
 * Whether an address belongs to the public internet: not to a private network, this machine, its provider, a multicast
 * group or a range that is reserved (IANA's special-purpose registries), nor to one of the IPv6 forms that carry an IPv4
 * address inside, which a gateway on the way would unpack.
 * @param allowed networks that count as public here
 */
export function isPublicAddress(text: string, allowed: readonly Network[] = []): boolean {
  // A zone ("fe80::1%eth0") is of this machine's links.
  if (text.includes('%') || !ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (isIn(address, allowed)) return true;
  if (address.range() !== 'unicast' || alike.has(address.toString())) return false;
  return address.kind() === 'ipv4' || isIn(address, [globalUnicast]);
}

function isIn(address: ipaddr.IPv4 | ipaddr.IPv6, networks: readonly Network[]): boolean {
  return networks.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits));
}
