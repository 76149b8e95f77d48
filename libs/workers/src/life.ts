import type { Server } from 'node:http';
import type { Metric } from './metrics/metric.js';

/** What a serving process is told about its own beginning and end. */
export interface Life {
  /** It takes the place of a process that still serves, so it should listen only once it can answer. */
  readonly replacing: boolean;
  /** Processes that serve side by side; 0: this one alone. */
  readonly workers: number;
  /** The program is about to end: whoever asks whether to send traffic here is told not to. */
  readonly leaving: boolean;
}

/** A program that has begun to serve. */
export interface Serving {
  readonly server: Server;
  /** Ends answers that never end by themselves, such as streams. Called once no new connection is taken any more. */
  leave?(): Promise<void>;
  /** Lets go of everything. Called when nobody is connected any more. */
  stop(): Promise<void>;
  /** What it has counted. Asked only when metrics are served, and answered within a second. */
  metrics(): Promise<Metric[]>;
}
