import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { SpooledEvent } from '@lynkify/domain';

/** A line of the spool whose content cannot be read without the key. */
export interface SealedLine {
  sealed: 1;
  id: string;
  /** base64url of nonce (12 bytes), AES-256-GCM ciphertext, tag (16 bytes). The id is authenticated with it. */
  box: string;
}

/** How a sealed line begins, so that others need not be parsed. */
export const sealedStart = '{"sealed":';

/** Seals what a fan typed or was sent (an email, a token), so that a copied spool gives nobody away. */
export class Seal {
  private readonly key: Buffer;

  constructor(secret: string) {
    // The setting may be any long text; the cipher wants exactly 32 bytes.
    this.key = createHash('sha256').update('lynkify spool\0').update(secret).digest();
  }

  close(event: SpooledEvent): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(event.id));
    const box = Buffer.concat([nonce, cipher.update(JSON.stringify(event), 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return JSON.stringify({ sealed: 1, id: event.id, box: box.toString('base64url') } satisfies SealedLine);
  }

  /** The event's JSON. Throws when the line was sealed with another key or changed. */
  open(line: string): string {
    const { id, box } = JSON.parse(line) as SealedLine;
    const bytes = Buffer.from(box, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, 12)).setAAD(Buffer.from(id)).setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8');
  }
}
