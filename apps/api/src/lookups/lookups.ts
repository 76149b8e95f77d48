import { Injectable } from '@nestjs/common';
import type { Lookup, ServiceId } from './lookup.js';

/** Every music service that can be asked, in the order of how much their answers are worth. */
@Injectable()
export class Lookups {
  constructor(readonly all: readonly Lookup[]) {}

  /** @throws for a service without a client */
  get(service: ServiceId): Lookup {
    const lookup = this.all.find((each) => each.service === service);
    if (!lookup) throw new Error(`${service} has no client`);
    return lookup;
  }
}
