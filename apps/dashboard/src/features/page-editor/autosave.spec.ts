import { describe, expect, it } from '@jest/globals';
import { begin, catchUp, edit, keepMine, moveOn, notice, refusals, send, sendable, settle, takeTheirs, unsaved } from './autosave.js';

interface Draft {
  title: string;
  upc: string;
  tracks: { title: string }[];
}
const first: Draft = { title: 'Nightmare', upc: '', tracks: [] };
const start = () => begin<Draft>({ draft: first, version: 4 });

describe('a form that saves itself', () => {
  it('sends only what was changed', () => {
    expect(sendable(edit(start(), { title: 'Nightmare EP', upc: '' }), {})).toEqual({ title: 'Nightmare EP' });
  });

  it('has nothing to save once a change was taken back', () => {
    expect(unsaved(edit(edit(start(), { title: 'X' }), { title: 'Nightmare' }))).toEqual([]);
  });

  it('keeps back what is known to be wrong, by the field that holds it', () => {
    const state = edit(start(), { title: 'X', tracks: [{ title: '' }] });
    expect(sendable(state, { 'tracks.0.title': 'Enter a title.' })).toEqual({ title: 'X' });
  });

  it('keeps as unsaved what was typed while a save was on its way', () => {
    let state = send(edit(start(), { title: 'A' }), { title: 'A' });
    state = settle(edit(state, { title: 'AB' }), { kind: 'saved', version: 5 }, 1000);
    expect(state).toMatchObject({ phase: 'resting', version: 5, savedAt: 1000, draft: { title: 'AB' } });
    expect(sendable(state, {})).toEqual({ title: 'AB' });
  });

  it('does not send again what was refused until it is changed', () => {
    let state = send(edit(start(), { upc: '123', title: 'A' }), { upc: '123', title: 'A' });
    state = settle(state, { kind: 'refused', messages: { upc: 'Too short.' }, saved: [], version: 4 }, 1000);
    expect(sendable(state, {})).toEqual({ title: 'A' });
    expect(refusals(state)).toEqual({ upc: 'Too short.' });
    state = edit(state, { upc: '1234' });
    expect(refusals(state)).toEqual({});
    expect(sendable(state, {})).toEqual({ title: 'A', upc: '1234' });
  });

  it('remembers what a refused save had saved before', () => {
    let state = send(edit(start(), { title: 'A', tracks: [{ title: 'B' }] }), { title: 'A', tracks: [{ title: 'B' }] });
    state = settle(state, { kind: 'refused', messages: { 'tracks.0.title': 'No.' }, saved: ['title'], version: 5 }, 1000);
    expect(unsaved(state)).toEqual(['tracks']);
    expect(state.version).toBe(5);
  });

  it('stops at a refusal that belongs to no field instead of sending for ever', () => {
    const state = settle(send(edit(start(), { title: 'A' }), { title: 'A' }), { kind: 'refused', messages: { '': 'Archived.' }, saved: [], version: 4 }, 0);
    expect(state).toMatchObject({ phase: 'failed', failure: 'Archived.' });
    expect(edit(state, { title: 'AB' }).phase).toBe('resting');
  });
});

describe('somebody else saving the same', () => {
  it('is merged where other fields were changed', () => {
    const state = catchUp(edit(start(), { title: 'Mine' }), { draft: { ...first, upc: '0602475093060' }, version: 6 });
    expect(state).toMatchObject({ phase: 'resting', version: 6, draft: { title: 'Mine', upc: '0602475093060' } });
    expect(sendable(state, {})).toEqual({ title: 'Mine' });
  });

  const clash = () => catchUp(edit(start(), { title: 'Mine', upc: '1' }), { draft: { ...first, title: 'Theirs', tracks: [{ title: 'T' }] }, version: 6 });

  it('asks where the same field was changed, and sends nothing until it is answered', () => {
    expect(clash()).toMatchObject({ phase: 'stale', draft: { title: 'Mine' }, version: 4 });
  });

  it('can be taken over, without losing what was changed only here', () => {
    const state = takeTheirs(clash());
    expect(state).toMatchObject({ phase: 'resting', version: 6, draft: { title: 'Theirs', upc: '1', tracks: [{ title: 'T' }] } });
    expect(sendable(state, {})).toEqual({ upc: '1' });
  });

  it('can be written over, without losing what was changed only there', () => {
    const state = keepMine(clash());
    expect(state).toMatchObject({ version: 6, draft: { title: 'Mine', upc: '1', tracks: [{ title: 'T' }] } });
    expect(sendable(state, {})).toEqual({ title: 'Mine', upc: '1' });
  });

  it('is no news when it is older than what is known', () => {
    const state = start();
    expect(catchUp(state, { draft: { ...first, title: 'Old' }, version: 4 })).toBe(state);
  });

  it('goes unnoticed for now while a save is on its way', () => {
    const state = send(edit(start(), { title: 'A' }), { title: 'A' });
    expect(catchUp(state, { draft: first, version: 9 })).toBe(state);
  });

  it('is told from a save of our own by the number that follows', () => {
    expect(moveOn(start(), 5).version).toBe(5);
    expect(moveOn(start(), 6).version).toBe(4);
  });
});

describe('a look-up that fills in fields of the form', () => {
  const filled: Draft = { title: 'Nightmare', upc: '0602475093060', tracks: [{ title: 'T' }] };

  it('comes with the answer to a save, beside what was saved and what was typed meanwhile', () => {
    let state = edit(send(edit(start(), { title: 'Mine ' }), { title: 'Mine ' }), { tracks: [{ title: 'My own' }] });
    state = settle(state, { kind: 'saved', version: 7, held: { ...filled, title: 'Mine' } }, 1000);
    expect(state).toMatchObject({ version: 7, draft: { title: 'Mine ', upc: '0602475093060', tracks: [{ title: 'My own' }] } });
    expect(sendable(state, {})).toEqual({ tracks: [{ title: 'My own' }] });
  });

  it('comes with the answer to another save of the same thing', () => {
    const state = moveOn(edit(start(), { title: 'Mine' }), 5, filled);
    expect(state).toMatchObject({ version: 5, draft: { title: 'Mine', upc: '0602475093060', tracks: [{ title: 'T' }] } });
    expect(sendable(state, {})).toEqual({ title: 'Mine' });
  });

  it('does not touch what the server merely wrote in its own words', () => {
    let state = settle(send(edit(start(), { title: 'Mine ' }), { title: 'Mine ' }), { kind: 'saved', version: 5, held: { ...first, title: 'Mine' } }, 1000);
    state = moveOn(state, 6, { ...first, title: 'Mine', upc: '1' });
    expect(state.draft).toMatchObject({ title: 'Mine ', upc: '1' });
    expect(unsaved(state)).toEqual([]);
  });

  it('asks nobody: whoever types is told by their save whether it was a person', () => {
    const typing = edit(start(), { title: 'Mine' });
    expect(notice(typing, { draft: { ...filled, title: 'Filled in' }, version: 5 })).toBe(typing);
    expect(notice(typing, { draft: filled, version: 5 })).toMatchObject({ version: 5, draft: { title: 'Mine', upc: '0602475093060' } });
  });
});
