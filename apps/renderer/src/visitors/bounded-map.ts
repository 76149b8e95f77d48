/**
 * A map that forgets what was not asked for lately when it is full: what strangers can fill must have an end. Two halves
 * take turns, since picking single entries off the front of a Map costs more the more were picked before.
 */
export class BoundedMap<Key, Value> {
  private fresh = new Map<Key, Value>();
  private stale = new Map<Key, Value>();

  constructor(private readonly most: number) {}

  get(key: Key): Value | undefined {
    const fresh = this.fresh.get(key);
    if (fresh !== undefined) return fresh;
    const stale = this.stale.get(key);
    if (stale !== undefined) this.set(key, stale);
    return stale;
  }

  set(key: Key, value: Value): void {
    this.fresh.set(key, value);
    if (this.fresh.size * 2 < this.most) return;
    this.stale = this.fresh;
    this.fresh = new Map();
  }

  delete(key: Key): void {
    this.fresh.delete(key);
    this.stale.delete(key);
  }
}
