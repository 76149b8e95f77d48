import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from './environment.js';

const secrets = { RENDERER_KEY: 'r'.repeat(43), SPOOL_KEY: 's'.repeat(43), FORM_KEY: 'f'.repeat(43) };

describe('the environment', () => {
  it('needs nothing but its secrets', () => {
    expect(readEnvironment(secrets)).toMatchObject({ port: 4200, apiUrl: 'http://localhost:4000', trustProxy: false, countryHeader: null });
  });

  it('names everything that is missing or wrong at once', () => {
    expect(() => readEnvironment({ PORT: 'http', SPOOL_KEY: 'short' })).toThrow(/PORT[\s\S]*RENDERER_KEY[\s\S]*SPOOL_KEY[\s\S]*FORM_KEY/u);
  });

  it.each([
    ['false', false], ['0', false], ['true', 1], ['2', 2], ['10.0.0.0/8, 192.0.2.1', ['10.0.0.0/8', '192.0.2.1']],
  ])('reads TRUST_PROXY=%s', (text, trusted) => {
    expect(readEnvironment({ ...secrets, TRUST_PROXY: text }).trustProxy).toEqual(trusted);
  });

  it('believes a country header only behind a proxy', () => {
    expect(() => readEnvironment({ ...secrets, COUNTRY_HEADER: 'CF-IPCountry' })).toThrow('needs TRUST_PROXY');
    expect(readEnvironment({ ...secrets, COUNTRY_HEADER: 'CF-IPCountry', TRUST_PROXY: '1' }).countryHeader).toBe('cf-ipcountry');
  });
});
