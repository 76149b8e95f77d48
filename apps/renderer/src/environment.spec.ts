import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from './environment.js';

const secrets = { RENDERER_KEY: 'r'.repeat(43), SPOOL_KEY: 's'.repeat(43), FORM_KEY: 'f'.repeat(43) };

describe('the environment', () => {
  it('needs nothing but its secrets', () => {
    expect(readEnvironment(secrets)).toMatchObject({ port: 4200, apiUrl: 'http://localhost:4000', trustProxy: false, placeHeaders: { country: null, region: null, city: null } });
  });

  it('names everything that is missing or wrong at once', () => {
    expect(() => readEnvironment({ PORT: 'http', SPOOL_KEY: 'short' })).toThrow(/PORT[\s\S]*RENDERER_KEY[\s\S]*SPOOL_KEY[\s\S]*FORM_KEY/u);
  });

  it.each([
    ['false', false], ['0', false], ['true', 1], ['2', 2], ['10.0.0.0/8, 192.0.2.1', ['10.0.0.0/8', '192.0.2.1']],
  ])('reads TRUST_PROXY=%s', (text, trusted) => {
    expect(readEnvironment({ ...secrets, TRUST_PROXY: text }).trustProxy).toEqual(trusted);
  });

  it('believes headers that say where someone is only behind a proxy', () => {
    const headers = { COUNTRY_HEADER: 'CF-IPCountry', REGION_HEADER: 'CF-Region', CITY_HEADER: ' cf-ipcity ' };

    expect(() => readEnvironment({ ...secrets, ...headers })).toThrow(/COUNTRY_HEADER needs TRUST_PROXY[\s\S]*REGION_HEADER needs[\s\S]*CITY_HEADER needs/u);
    expect(() => readEnvironment({ ...secrets, CITY_HEADER: 'cf-ipcity' })).toThrow('CITY_HEADER needs TRUST_PROXY');
    expect(readEnvironment({ ...secrets, ...headers, TRUST_PROXY: '1' }).placeHeaders).toEqual({ country: 'cf-ipcountry', region: 'cf-region', city: 'cf-ipcity' });
  });
});
