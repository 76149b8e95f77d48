/** What the serving thread hands to the shipping thread at its start. */
export interface ShipperStart {
  directory: string;
  apiUrl: string;
  rendererKey: string;
  spoolKey: string;
  /** Segments before this one are left over from earlier runs. */
  firstSegment: number;
  /** One Int32: 1 while the shipper sleeps and wants to be woken. */
  sleeping: SharedArrayBuffer;
}

/** To the shipper: there are new lines; the API is back; finish. */
export type ToShipper = 'written' | 'try-now' | 'stop';

/** From the shipper. */
export type FromShipper =
  | { kind: 'backlog'; events: number; bytes: number }
  | { kind: 'shipped'; events: number; bytes: number }
  | { kind: 'problem'; level: 'warn' | 'error'; reason: string };
