import { isPublic, readAddress } from './address.js';
import { BoundedMap } from './bounded-map.js';
import type { ServerNetworks } from './networks/server-networks.js';
import { nowhere, type Place, type Places } from './places.js';

export interface AddressFacts {
  place: Place;
  /** Of an operator who rents servers or checks mails. */
  fromServers: boolean;
}

const unknown: AddressFacts = { place: nowhere, fromServers: false };

/** What follows from an address alone. Remembered in memory for as many as come at once, never stored. */
export class Addresses {
  private readonly known = new BoundedMap<string, AddressFacts>(20_000);

  constructor(
    private readonly places: Places,
    private readonly servers: ServerNetworks,
  ) {}

  of(text: string): AddressFacts {
    const known = this.known.get(text);
    if (known) return known;
    const address = readAddress(text);
    if (!address || !isPublic(address)) return unknown;
    const facts: AddressFacts = { place: this.places.of(address), fromServers: this.servers.has(address) };
    this.known.set(text, facts);
    return facts;
  }
}
