/** What the renderer tells its shipper at the start. The keys come this way and not on the command line, which anyone may read. */
export interface ShipperStart {
  kind: 'start';
  directory: string;
  apiUrl: string;
  rendererKey: string;
  spoolKey: string;
  /** Count what waits in segments before this one, which are left over from earlier runs; null: it is known. */
  countBefore: number | null;
}

/** To the shipper: begin; the API is back; ship what is there and end. */
export type ToShipper = ShipperStart | { kind: 'try-now' } | { kind: 'stop' };

/** Events and bytes that the API has taken since the folder has been there, whichever shipper it was. */
export interface Shipped {
  events: number;
  bytes: number;
}

/** What a shipper did since it was started, and how it stands. */
export interface ShipperState {
  shipped: Shipped;
  /** When the oldest event was made that is being shipped now, epoch milliseconds; null: nothing waits. */
  oldest: number | null;
  /** Tries in a row that the API did not answer. */
  failures: number;
  batches: number;
  retries: number;
  /** Events that the API took and rejected, each with its reason. */
  rejected: number;
  /** Events that can never be shipped, put aside in a file. */
  refused: number;
}

/** From the shipper. */
export type FromShipper =
  | { kind: 'backlog'; events: number; bytes: number; shipped: Shipped }
  | { kind: 'state'; state: ShipperState }
  | { kind: 'problem'; level: 'warn' | 'error'; reason: string };
