import { parentPort, workerData } from 'node:worker_threads';
import { Seal } from '../spool/seal.js';
import type { FromShipper, ShipperStart, ToShipper } from './messages.js';
import { Shipper } from './shipper.js';

// Runs in its own thread: what it takes to ship must not take from the fans who are being answered.
const port = parentPort;
if (!port) throw new Error('This file is the shipping thread and is started by the renderer.');

const start = workerData as ShipperStart;
const sleeping = new Int32Array(start.sleeping);
const tell = (message: FromShipper) => port.postMessage(message);

let stopping = false;
let news = false;
let wake: () => void = () => undefined;
let retry: () => void = () => undefined;

port.on('message', (message: ToShipper) => {
  if (message === 'stop') stopping = true;
  if (message === 'written') news = true;
  else retry();
  wake();
});

const shipper = new Shipper({
  directory: start.directory,
  apiUrl: start.apiUrl,
  rendererKey: start.rendererKey,
  seal: new Seal(start.spoolKey),
  stopped: () => stopping,
  waitForEvents: async () => {
    // Told first, looked second: the caller looks at the spool once more before it sleeps for good.
    if (Atomics.exchange(sleeping, 0, 1) === 0 || news) {
      news = false;
      return;
    }
    await new Promise<void>((woken) => { wake = woken; });
    news = false;
  },
  gather: () => new Promise<void>((gathered) => setTimeout(gathered, 20)),
  waitBeforeRetry: (milliseconds) =>
    new Promise<void>((again) => {
      const timer = setTimeout(again, milliseconds);
      retry = () => {
        clearTimeout(timer);
        again();
      };
    }),
  onShipped: (events, bytes) => tell({ kind: 'shipped', events, bytes }),
  onProblem: (level, reason) => tell({ kind: 'problem', level, reason }),
});

const backlog = await shipper.countBacklog(start.firstSegment);
tell({ kind: 'backlog', ...backlog });
await shipper.run();
port.close();
