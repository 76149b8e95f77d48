import { Installation, musicServices, startInternet, type Internet, type MusicServices } from '@lynkify/testing';
import { productAt, type Product } from './environment.js';
import { endsWithTheRun } from './shared.js';

/** A start that finds changed sources builds them first. */
const longestStart = 240_000;

/** A product, and the internet that it sees: the music services, and whatever sites a test puts there. */
export interface ProductWithInternet {
  product: Product;
  internet: Internet;
  services: MusicServices;
  /** The music services keep everybody waiting, until they are let go on. */
  hold(): () => void;
}

let started: Promise<ProductWithInternet> | undefined;

/** One for all spec files that want it, started for the first of them. */
export function productWithInternet(): Promise<ProductWithInternet> {
  started ??= start();
  return started;
}

/** Services answer as quickly as they are asked: their limits are the API's own tests' matter. */
async function start(): Promise<ProductWithInternet> {
  const internet = await startInternet();
  let turn = Promise.resolve();
  const keptWaiting: Internet['site'] = (host, answer) =>
    internet.site(host, async (request) => {
      await turn;
      return answer(request);
    });
  const services = musicServices({ ...internet, site: keptWaiting }, undefined, { limits: false });
  const hold = () => {
    let goOn = () => undefined as void;
    turn = new Promise((done) => {
      goOn = done;
    });
    return goOn;
  };
  const installation = await Installation.make({ ...internet.settings });
  endsWithTheRun(async () => {
    await installation.remove();
    await internet.stop();
  });
  await installation.start('--empty').served(longestStart);
  return { product: productAt(installation.ports), internet, services, hold };
}
