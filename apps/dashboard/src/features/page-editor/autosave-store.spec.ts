import { describe, expect, it } from '@jest/globals';
import type { SaveOutcome } from './autosave.js';
import { AutosaveStore } from './autosave-store.js';

interface Draft {
  title: string;
  upc: string;
}

/** A server of one row that can be switched off. */
function server() {
  const row = { draft: { title: '', upc: '' } as Draft, version: 1 };
  const saves: Partial<Draft>[] = [];
  let away = false;
  const store = new AutosaveStore<Draft>(
    { draft: row.draft, version: row.version },
    {
      delay: 0,
      problems: (): Record<string, string> => ({}),
      failureOf: (error) => String(error),
      save: async (part, _draft, version): Promise<SaveOutcome<Draft>> => {
        await Promise.resolve();
        if (away) throw new Error('away');
        if (version !== row.version) return { kind: 'stale', theirs: { draft: row.draft, version: row.version } };
        saves.push(part);
        row.draft = { ...row.draft, ...part };
        row.version += 1;
        return { kind: 'saved', version: row.version };
      },
    },
  );
  return { row, saves, store, switchOff: (value: boolean) => (away = value) };
}

describe('the store of a form that saves itself', () => {
  it('saves by itself soon after the last change', async () => {
    const { store, row } = server();
    const saved = new Promise<void>((resolve) => {
      store.subscribe(() => {
        if (store.getState().savedAt !== null) resolve();
      });
    });
    store.edit({ title: 'A' });
    await saved;
    expect(row.draft.title).toBe('A');
  });

  it('keeps everything when the server is away, and saves it on the next try', async () => {
    const { store, row, switchOff } = server();
    switchOff(true);
    store.edit({ title: 'A' });
    expect(await store.flush()).toBe(false);
    expect(store.getState()).toMatchObject({ phase: 'failed', failure: 'Error: away', draft: { title: 'A' } });
    store.edit({ upc: '1' });
    switchOff(false);
    expect(await store.flush()).toBe(true);
    expect(row.draft).toEqual({ title: 'A', upc: '1' });
  });

  it('has one save on its way at a time and sends what was typed meanwhile after it', async () => {
    const { store, saves } = server();
    store.edit({ title: 'A' });
    const one = store.flush();
    await Promise.resolve();
    await Promise.resolve();
    store.edit({ title: 'AB' });
    await one;
    await store.flush();
    expect(saves).toEqual([{ title: 'A' }, { title: 'AB' }]);
  });

  it('lets another save of the same thing go between without taking it for a stranger’s', async () => {
    const { store, row } = server();
    store.edit({ title: 'A' });
    const other = store.run(async () => {
      row.version += 1;
      return { version: row.version };
    });
    expect(await store.flush()).toBe(true);
    await other;
    expect(row.draft.title).toBe('A');
  });

  it('merges a stranger’s save to other fields and goes on', async () => {
    const { store, row } = server();
    row.draft = { ...row.draft, upc: '9' };
    row.version += 1;
    store.edit({ title: 'A' });
    expect(await store.flush()).toBe(true);
    expect(row.draft).toEqual({ title: 'A', upc: '9' });
  });

  it('waits for an answer when a stranger saved the same field', async () => {
    const { store, row } = server();
    row.draft = { ...row.draft, title: 'Theirs' };
    row.version += 1;
    store.edit({ title: 'Mine' });
    expect(await store.flush()).toBe(false);
    expect(row.draft.title).toBe('Theirs');
    store.keepMine();
    expect(await store.flush()).toBe(true);
    expect(row.draft.title).toBe('Mine');
  });
});
