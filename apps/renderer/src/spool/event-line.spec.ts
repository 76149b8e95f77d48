import { expect, it } from '@jest/globals';
import type { EventFacts } from '@lynkify/domain';
import fc from 'fast-check';
import { eventLine } from './event-line.js';

const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.constant('"\\\n\u2028'));
const orNull = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const facts: fc.Arbitrary<EventFacts> = fc.record({
  id: fc.uuid({ version: 7 }),
  at: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }).map((date) => date.toISOString()),
  workspaceId: fc.uuid(),
  artistId: fc.uuid(),
  releaseId: orNull(fc.uuid()),
  path: text,
  channel: orNull(text),
  referrerHost: orNull(text),
  utm: orNull(fc.dictionary(fc.constantFrom('source', 'medium', 'campaign', 'term', 'content'), text)),
  country: orNull(fc.stringMatching(/^[A-Z]{2}$/u)),
  region: orNull(text),
  city: orNull(text),
  device: fc.constantFrom('phone', 'tablet', 'desktop', 'other'),
  audience: fc.constantFrom('person', 'bot', 'preview', 'prefetch', 'scanner'),
  visitor: orNull(fc.stringMatching(/^[\w-]{22}$/u)),
});

it('is the JSON of the event, on one line, whatever a request held', () => {
  fc.assert(fc.property(facts, orNull(text), (event, target) => {
    const line = eventLine({}, event, target);

    expect(line).toBe(JSON.stringify(target === null ? { kind: 'visit', ...event } : { kind: 'click', ...event, target }));
    expect(line).not.toContain('\n');
  }));
});

it('knows what two events of one page have in common', () => {
  const [first] = fc.sample(facts, { numRuns: 1, seed: 1 });
  const page = {};
  if (!first) throw new Error('nothing was made');

  const lines = [first, { ...first, id: '0193a5c0-0000-7000-8000-000000000001' }].map((event) => JSON.parse(eventLine(page, event, null)) as object);

  expect(lines).toEqual([{ kind: 'visit', ...first }, { kind: 'visit', ...first, id: '0193a5c0-0000-7000-8000-000000000001' }]);
});
