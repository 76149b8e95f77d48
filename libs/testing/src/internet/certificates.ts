import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIP } from 'node:net';

/** A certificate authority that nobody trusts but a test. */
export interface Authority {
  /** Its certificate, PEM. */
  certificate: string;
  /** A certificate and key for a host, PEM; made once for each. */
  issue(host: string): { cert: string; key: string };
}

const hour = 3_600_000;

/** DER, as ITU-T X.690 has it: a tag, a length, the content. */
function der(tag: number, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const size = body.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}
const sequence = (...content: readonly Buffer[]) => der(0x30, ...content);
const octets = (content: Buffer) => der(0x04, content);
const bits = (content: Buffer) => der(0x03, Buffer.from([0]), content);
const yes = der(0x01, Buffer.from([0xff]));
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const text = (value: string) => der(0x0c, Buffer.from(value));
const time = (at: number) => der(0x18, Buffer.from(new Date(at).toISOString().replace(/[-:T]|\.\d+/gu, '')));

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
const name = (commonName: string) => sequence(der(0x31, sequence(oid('550403'), text(commonName))));
const extension = (id: string, critical: boolean, value: Buffer) => sequence(...[oid(id), ...(critical ? [yes] : []), octets(value)]);

function hostName(host: string): Buffer {
  return isIP(host) === 4 ? der(0x87, Buffer.from(host.split('.').map(Number))) : der(0x82, Buffer.from(host));
}

/** An X.509 certificate (RFC 5280) over a key on P-256. */
function certificate(subject: string, publicKey: KeyObject, issuer: { name: string; key: KeyObject; publicKey: KeyObject }, extensions: readonly Buffer[]): string {
  const now = Date.now();
  const signed = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    ecdsaWithSha256,
    name(issuer.name),
    sequence(time(now - hour), time(now + 48 * hour)),
    name(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions, extension('551d0e', false, octets(keyId(publicKey))), extension('551d23', false, sequence(der(0x80, keyId(issuer.publicKey)))))),
  );
  const whole = sequence(signed, ecdsaWithSha256, bits(sign('sha256', signed, issuer.key)));
  return `-----BEGIN CERTIFICATE-----\n${whole.toString('base64').replace(/.{64}/gu, '$&\n').trimEnd()}\n-----END CERTIFICATE-----\n`;
}

const keyId = (key: KeyObject) => createHash('sha1').update(key.export({ type: 'spki', format: 'der' })).digest();
const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** A new authority with a new key. Its certificates are good for two days. */
export function newAuthority(): Authority {
  const authority = newKey();
  const issuer = { name: 'Authority of a test', key: authority.privateKey, publicKey: authority.publicKey };
  const server = newKey();
  const key = String(server.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const issued = new Map<string, { cert: string; key: string }>();
  // basicConstraints CA:TRUE; keyUsage keyCertSign.
  const own = certificate(issuer.name, authority.publicKey, issuer, [extension('551d13', true, sequence(yes)), extension('551d0f', true, der(0x03, Buffer.from([2, 0x04])))]);
  return {
    certificate: own,
    issue(host) {
      const known = issued.get(host);
      if (known) return known;
      // subjectAltName; extKeyUsage serverAuth.
      const made = { cert: certificate(host, server.publicKey, issuer, [extension('551d11', false, sequence(hostName(host))), extension('551d25', false, sequence(oid('2b06010505070301')))]), key };
      issued.set(host, made);
      return made;
    },
  };
}
