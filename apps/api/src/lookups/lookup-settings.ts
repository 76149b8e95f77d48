import { createPrivateKey, type KeyObject } from 'node:crypto';
import { type Setting, SettingsError, type SettingValues } from '@lynkify/domain';

/** Keys of the music services that want some. A service without its keys is not asked. */
export const lookupSettings: readonly Setting[] = [
  { name: 'DEFAULT_COUNTRY', kind: 'text', default: 'US', description: 'Country whose catalogue is searched first, two letters.' },
  { name: 'MUSICBRAINZ_URL', kind: 'url', default: 'https://musicbrainz.org', description: 'MusicBrainz, or a mirror of your own, which is asked without the public one’s limit.' },
  { name: 'SPOTIFY_CLIENT_ID', kind: 'text', optional: true, description: 'Client id of an app at developer.spotify.com. Empty: Spotify is not asked.' },
  { name: 'SPOTIFY_CLIENT_SECRET', kind: 'text', optional: true, description: 'Its secret.' },
  { name: 'TIDAL_CLIENT_ID', kind: 'text', optional: true, description: 'Client id of an app at developer.tidal.com. Empty: TIDAL is not asked.' },
  { name: 'TIDAL_CLIENT_SECRET', kind: 'text', optional: true, description: 'Its secret.' },
  { name: 'APPLE_MUSIC_TEAM_ID', kind: 'text', optional: true, description: 'Team id of Apple’s developer programme. Empty: the Apple Music API is not asked; the iTunes one, which wants no key, still is.' },
  { name: 'APPLE_MUSIC_KEY_ID', kind: 'text', optional: true, description: 'Id of a MusicKit key.' },
  { name: 'APPLE_MUSIC_PRIVATE_KEY', kind: 'text', optional: true, description: 'That key: the text of the .p8 file, line breaks also as `\\n`.' },
  { name: 'YOUTUBE_API_KEY', kind: 'text', optional: true, description: 'Key of the YouTube Data API v3. Empty: YouTube is not asked.' },
  { name: 'ODESLI', kind: 'text', default: 'off', description: '`on`: Odesli (song.link) is asked too, for the platforms that nobody else knows. It asks for attribution on what it found.' },
  { name: 'ODESLI_API_KEY', kind: 'text', optional: true, description: 'Key for it, if you were given one.' },
];

export interface ClientCredentials {
  clientId: string;
  clientSecret: string;
}

export interface LookupSettings {
  defaultCountry: string;
  musicbrainzUrl: string;
  spotify: ClientCredentials | null;
  tidal: ClientCredentials | null;
  appleMusic: { teamId: string; keyId: string; privateKey: KeyObject } | null;
  youtubeKey: string | null;
  odesli: { key: string | null } | null;
}

/** @throws SettingsError that names everything malformed */
export function readLookupSettings(values: SettingValues): LookupSettings {
  const problems: string[] = [];
  const country = values.text('DEFAULT_COUNTRY').toUpperCase();
  if (!/^[A-Z]{2}$/u.test(country)) problems.push(`DEFAULT_COUNTRY is “${country}” and has to be two letters, like US`);
  const odesli = values.text('ODESLI');
  if (odesli !== 'on' && odesli !== 'off') problems.push(`ODESLI is “${odesli}” and has to be “on” or “off”`);
  const settings: LookupSettings = {
    defaultCountry: country,
    musicbrainzUrl: values.text('MUSICBRAINZ_URL'),
    spotify: readCredentials(values, 'SPOTIFY', problems),
    tidal: readCredentials(values, 'TIDAL', problems),
    appleMusic: readAppleKey(values, problems),
    youtubeKey: values.text('YOUTUBE_API_KEY') || null,
    odesli: odesli === 'on' ? { key: values.text('ODESLI_API_KEY') || null } : null,
  };
  if (problems.length > 0) throw new SettingsError(problems);
  return settings;
}

function readCredentials(values: SettingValues, service: string, problems: string[]): ClientCredentials | null {
  const clientId = values.text(`${service}_CLIENT_ID`);
  const clientSecret = values.text(`${service}_CLIENT_SECRET`);
  if ((clientId === '') !== (clientSecret === '')) problems.push(`${service}_CLIENT_ID and ${service}_CLIENT_SECRET belong together: one of them is missing`);
  return clientId === '' || clientSecret === '' ? null : { clientId, clientSecret };
}

function readAppleKey(values: SettingValues, problems: string[]): LookupSettings['appleMusic'] {
  const [teamId, keyId, text] = [values.text('APPLE_MUSIC_TEAM_ID'), values.text('APPLE_MUSIC_KEY_ID'), values.text('APPLE_MUSIC_PRIVATE_KEY')];
  if (teamId === '' && keyId === '' && text === '') return null;
  if (teamId === '' || keyId === '' || text === '') {
    problems.push('APPLE_MUSIC_TEAM_ID, APPLE_MUSIC_KEY_ID and APPLE_MUSIC_PRIVATE_KEY belong together: one of them is missing');
    return null;
  }
  try {
    return { teamId, keyId, privateKey: createPrivateKey(text.replaceAll('\\n', '\n')) };
  } catch {
    // The reason that OpenSSL gives may quote the key.
    problems.push('APPLE_MUSIC_PRIVATE_KEY is no private key in PEM');
    return null;
  }
}
