import { Installation, musicServices, startInternet, type Internet, type MusicServices } from '@lynkify/testing';
import { productAt, type Product } from './environment.js';

/** A product of its own, and the internet that it sees: the music services, and whatever sites a test puts there. */
export interface ProductWithInternet {
  product: Product;
  internet: Internet;
  services: MusicServices;
  stop(): Promise<void>;
}

/** Starts both. Services answer as quickly as they are asked: their limits are the API's own tests' matter. */
export async function startProductWithInternet(): Promise<ProductWithInternet> {
  const internet = await startInternet();
  const services = musicServices(internet, undefined, { limits: false });
  const installation = await Installation.make({ ...internet.settings });
  const stop = async () => {
    await installation.remove();
    await internet.stop();
  };
  try {
    await installation.start('--empty').served();
  } catch (error) {
    await stop();
    throw error;
  }
  return { product: productAt(installation.ports), internet, services, stop };
}
