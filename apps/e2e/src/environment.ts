import type { InstallationPorts } from '@lynkify/testing';

/** Where the product that the set-up started is reached, as people reach it. */
export interface Product {
  apiUrl: string;
  pagesUrl: string;
  mailboxUrl: string;
}

/** @throws outside of a run that the set-up began */
export function readProduct(): Product {
  const ports = process.env.LYNKIFY_PORTS;
  if (ports === undefined) throw new Error('LYNKIFY_PORTS is not set: the set-up of this project starts the product and sets it.');
  return productAt(JSON.parse(ports) as InstallationPorts);
}

export function productAt({ api, pages, mailbox }: InstallationPorts): Product {
  return { apiUrl: `http://localhost:${api}`, pagesUrl: `http://localhost:${pages}`, mailboxUrl: `http://localhost:${mailbox}` };
}
