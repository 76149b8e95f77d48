interface Entry<Value> {
  key: string;
  value: Value;
  bytes: number;
  older: Entry<Value> | null;
  newer: Entry<Value> | null;
}

/**
 * Keeps what was used last, up to a number of bytes. The order is a list beside the map: to put a key at the end of the map
 * itself makes it build its table anew again and again, in the part of the memory that is tidied up last.
 */
export class ByteLru<Value> {
  bytes = 0;
  private readonly entries = new Map<string, Entry<Value>>();
  private oldest: Entry<Value> | null = null;
  private newest: Entry<Value> | null = null;

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
    if (entry !== this.newest) {
      this.unlink(entry);
      this.append(entry);
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
    const entry: Entry<Value> = { key, value, bytes, older: null, newer: null };
    this.entries.set(key, entry);
    this.append(entry);
    this.bytes += bytes;
    // The newest stays even when it alone is too much: it is being used.
    while (this.bytes > this.most && this.oldest !== null && this.oldest !== entry) {
      const evicted = this.oldest;
      this.delete(evicted.key);
      this.onEvict(evicted.key, evicted.value);
    }
  }

  delete(key: string): void {
    const entry = this.entries.get(key);
    if (!entry) return;
    this.entries.delete(key);
    this.unlink(entry);
    this.bytes -= entry.bytes;
  }

  private append(entry: Entry<Value>): void {
    entry.older = this.newest;
    entry.newer = null;
    if (this.newest) this.newest.newer = entry;
    else this.oldest = entry;
    this.newest = entry;
  }

  private unlink({ older, newer }: Entry<Value>): void {
    if (older) older.newer = newer;
    else this.oldest = newer;
    if (newer) newer.older = older;
    else this.newest = older;
  }
}
