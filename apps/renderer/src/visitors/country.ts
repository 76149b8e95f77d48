import { createRequire } from 'node:module';
import { type CountryResponse, open, type Reader } from 'maxmind';

/** The database of this package is one record a network: `{ country_code: "SE" }`. */
type Country = CountryResponse & { country_code?: string };

/** Which country an address is in, by a database that comes with the program: no address leaves it. */
export class Countries {
  private constructor(private readonly reader: Reader<Country>) {}

  static async open(): Promise<Countries> {
    const path = createRequire(import.meta.url).resolve('@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb');
    return new Countries(await open<Country>(path));
  }

  /** ISO 3166-1 alpha-2, or null for private and unknown addresses. */
  of(address: string): string | null {
    // Zones (`fe80::1%eth0`) are no part of an address.
    const plain = address.split('%', 1)[0] ?? '';
    const found = this.reader.get(plain.startsWith('::ffff:') ? plain.slice(7) : plain);
    return countryCode(found?.country_code);
  }
}

/** A header's or database's word for a country, or null for what is none (`XX`, `T1`, `ZZ`). */
export function countryCode(text: string | undefined): string | null {
  const code = text?.trim().toUpperCase();
  return code !== undefined && /^[A-Z]{2}$/u.test(code) && !['XX', 'ZZ'].includes(code) ? code : null;
}
