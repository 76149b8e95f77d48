/** Top-level domains of Amazon and the country that each sells to. */
export const amazonDomains: Readonly<Record<string, string>> = {
  com: 'us', ca: 'ca', 'com.mx': 'mx', 'com.br': 'br', 'co.uk': 'gb', de: 'de', fr: 'fr', it: 'it', es: 'es', nl: 'nl', se: 'se',
  pl: 'pl', 'com.be': 'be', ie: 'ie', 'com.tr': 'tr', ae: 'ae', sa: 'sa', eg: 'eg', in: 'in', 'co.jp': 'jp', sg: 'sg',
  'com.au': 'au', 'co.za': 'za', cn: 'cn', 'com.co': 'co', cl: 'cl',
};

/** Hosts of a name under every domain of Amazon's family. */
export function amazonHosts(name: string): string[] {
  return Object.keys(amazonDomains).map((domain) => `${name}.${domain}`);
}

/** The country that a host of Amazon's family sells to; `.com` serves everyone and says nothing. */
export function amazonCountry(host: string): string | undefined {
  const domain = /(?:amazon|audible)\.(.+)$/u.exec(host)?.[1];
  return domain === undefined || domain === 'com' ? undefined : amazonDomains[domain];
}

export const commonwealthOfIndependentStates = ['RU', 'BY', 'KZ', 'UZ', 'AM', 'AZ', 'GE', 'KG', 'MD', 'TJ', 'TM'] as const;
