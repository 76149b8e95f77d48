import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { type Setting, SettingsError, type SettingValues } from '@lynkify/domain';

/** Where the internet is, for a program that may reach it only through a guard. */
export const outboundSettings: readonly Setting[] = [
  { name: 'OUTBOUND_HOSTS', kind: 'text', optional: true, description: 'Hosts that are not looked up by DNS: `host=address:port`, comma-separated, `*` for every name; for a mirror or a stand-in. TLS is still spoken and checked.' },
  { name: 'OUTBOUND_CA', kind: 'path', optional: true, description: 'File of certificates (PEM) that are trusted besides the usual ones.' },
  { name: 'OUTBOUND_ALLOW', kind: 'text', optional: true, description: 'Networks that may be reached although they are private, e.g. `10.1.0.0/16, fd00::/8`. Links that people paste may then lead there.' },
  { name: 'LOOKUP_CONTACT', kind: 'text', optional: true, description: 'Mail address or URL under which the operators of other services reach you; they are told it with every request. Empty: PUBLIC_PAGES_URL.' },
];

/** A host's own place. */
export interface Place {
  address: string;
  port: number;
}

export type Network = readonly [address: ipaddr.IPv4 | ipaddr.IPv6, bits: number];

export interface OutboundSettings {
  /** Lower-case host → where it is instead; `*` stands for every name. */
  hosts: ReadonlyMap<string, Place>;
  /** Certificates (PEM) trusted besides. */
  certificates: string | null;
  allow: readonly Network[];
  contact: string;
}

/** @throws SettingsError that names everything malformed */
export function readOutboundSettings(values: SettingValues): OutboundSettings {
  const problems: string[] = [];
  const settings = {
    hosts: readHosts(values.text('OUTBOUND_HOSTS'), problems),
    certificates: readCertificates(values.text('OUTBOUND_CA'), problems),
    allow: readNetworks(values.text('OUTBOUND_ALLOW'), problems),
    // A header takes no line breaks and no letters beyond Latin-1.
    contact: (values.text('LOOKUP_CONTACT') || values.text('PUBLIC_PAGES_URL')).replace(/[^\x21-\x7e]+/gu, ' ').trim(),
  };
  if (problems.length > 0) throw new SettingsError(problems);
  return settings;
}

const parts = (text: string) => text.split(',').map((part) => part.trim()).filter((part) => part !== '');

function readHosts(text: string, problems: string[]): ReadonlyMap<string, Place> {
  const hosts = new Map<string, Place>();
  for (const part of parts(text)) {
    const [, host, bracketed, plain, port] = /^([^=\s]+)=(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/u.exec(part) ?? [];
    const address = bracketed ?? plain;
    if (host === undefined || address === undefined || isIP(address) === 0 || Number(port) > 65_535) {
      problems.push(`OUTBOUND_HOSTS has “${part}”, which is not host=address:port`);
    } else {
      hosts.set(host.toLowerCase(), { address, port: Number(port) });
    }
  }
  return hosts;
}

function readNetworks(text: string, problems: string[]): readonly Network[] {
  const networks: Network[] = [];
  for (const part of parts(text)) {
    try {
      networks.push(ipaddr.parseCIDR(part));
    } catch (error) {
      problems.push(`OUTBOUND_ALLOW has “${part}”, which is no network in CIDR notation (${error instanceof Error ? error.message : String(error)})`);
    }
  }
  return networks;
}

function readCertificates(file: string, problems: string[]): string | null {
  if (file === '') return null;
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    problems.push(`OUTBOUND_CA cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}
