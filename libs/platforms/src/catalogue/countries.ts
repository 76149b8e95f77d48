/** Top-level domains of Amazon and the country that each sells to. */
export const amazonDomains: Readonly<Record<string, string>> = {
  com: 'us', ca: 'ca', 'com.mx': 'mx', 'com.br': 'br', 'co.uk': 'gb', de: 'de', fr: 'fr', it: 'it', es: 'es', nl: 'nl', se: 'se',
  pl: 'pl', 'com.be': 'be', ie: 'ie', 'com.tr': 'tr', ae: 'ae', sa: 'sa', eg: 'eg', in: 'in', 'co.jp': 'jp', sg: 'sg',
  'com.au': 'au', 'co.za': 'za', cn: 'cn', 'com.co': 'co', cl: 'cl', at: 'at',
};

/** Hosts of a name under every domain of Amazon's family. */
export function amazonHosts(name: string): string[] {
  return Object.keys(amazonDomains).map((domain) => `${name}.${domain}`);
}

/** The country that a host of Amazon's family sells to; `.com` serves everyone and says nothing. */
export function amazonCountry(host: string): string | undefined {
  const at = host.startsWith('amazon.') || host.startsWith('audible.') ? host.indexOf('.') : host.startsWith('music.amazon.') ? 12 : -1;
  const domain = at < 0 ? 'com' : host.slice(at + 1);
  return domain === 'com' ? undefined : amazonDomains[domain];
}

export const commonwealthOfIndependentStates = ['RU', 'BY', 'KZ', 'UZ', 'AM', 'AZ', 'GE', 'KG', 'MD', 'TJ', 'TM'] as const;
export const arabWorld = ['AE', 'SA', 'EG', 'LB', 'JO', 'KW', 'QA', 'BH', 'OM', 'IQ', 'MA', 'DZ', 'TN', 'LY', 'PS', 'SY', 'YE', 'SD'] as const;
export const subSaharanAfrica = ['NG', 'GH', 'KE', 'TZ', 'UG', 'ZM', 'ZA', 'CM', 'CI', 'SN', 'RW', 'ET', 'MW', 'ZW', 'SL', 'LR', 'GM', 'BJ', 'TG', 'CD'] as const;
export const latinAmerica = ['MX', 'BR', 'CO', 'AR', 'CL', 'PE', 'EC', 'GT', 'SV', 'HN', 'NI', 'CR', 'PA', 'DO', 'PY', 'UY', 'PR'] as const;
export const southAsia = ['IN', 'PK', 'BD', 'NP', 'LK', 'BT', 'MV'] as const;
/** As TIDAL lists its countries. */
export const tidalCountries = [
  'AL', 'AD', 'AR', 'AU', 'AT', 'BE', 'BA', 'BR', 'BG', 'CA', 'CL', 'CO', 'HR', 'CY', 'CZ', 'DK', 'DO', 'EE', 'FI', 'FR', 'DE', 'GR', 'HK', 'HU', 'IS', 'IE', 'IL', 'IT', 'JM', 'LV',
  'LI', 'LT', 'LU', 'MY', 'MT', 'MX', 'MC', 'ME', 'NL', 'NZ', 'NG', 'MK', 'NO', 'PE', 'PL', 'PT', 'PR', 'RO', 'RS', 'SG', 'SK', 'SI', 'ZA', 'ES', 'SE', 'CH', 'TH', 'UG', 'AE', 'GB', 'US',
] as const;
/** The countries of Qobuz' shops. */
export const qobuzCountries = ['FR', 'GB', 'IE', 'DE', 'AT', 'BE', 'CH', 'LU', 'NL', 'ES', 'IT', 'PT', 'SE', 'DK', 'NO', 'FI', 'US', 'CA', 'MX', 'BR', 'AR', 'CL', 'CO', 'AU', 'NZ', 'JP'] as const;
