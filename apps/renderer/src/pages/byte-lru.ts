interface Weighed<Value> {
  value: Value;
  bytes: number;
  /** Which use of the whole it was when this was last put at the end. */
  at: number;
}

/** To put an entry at the end makes the map rebuild itself now and then: it is not done for one that is there, or nearly. */
const nearly = 64;

/** Keeps what was used last, up to a number of bytes. */
export class ByteLru<Value> {
  bytes = 0;
  private readonly entries = new Map<string, Weighed<Value>>();
  private uses = 0;

  constructor(
    private readonly most: number,
    private readonly onEvict: (key: string, value: Value) => void = () => undefined,
  ) {}

  get size(): number {
    return this.entries.size;
  }

  get(key: string): Value | undefined {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    this.uses += 1;
    if (this.uses - entry.at > Math.min(nearly, this.entries.size >> 1)) {
      entry.at = this.uses;
      this.entries.delete(key);
      this.entries.set(key, entry);
    }
    return entry.value;
  }

  /** Without counting as a use. */
  peek(key: string): Value | undefined {
    return this.entries.get(key)?.value;
  }

  has(key: string): boolean {
    return this.entries.has(key);
  }

  set(key: string, value: Value, bytes: number): void {
    this.delete(key);
    this.uses += 1;
    this.entries.set(key, { value, bytes, at: this.uses });
    this.bytes += bytes;
    for (const [oldest, entry] of this.entries) {
      // The newest stays even when it alone is too much: it is being used.
      if (this.bytes <= this.most || oldest === key) break;
      this.delete(oldest);
      this.onEvict(oldest, entry.value);
    }
  }

  delete(key: string): void {
    const entry = this.entries.get(key);
    if (!entry) return;
    this.entries.delete(key);
    this.bytes -= entry.bytes;
  }
}
