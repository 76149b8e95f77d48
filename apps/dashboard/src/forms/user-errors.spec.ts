import { describe, expect, it } from '@jest/globals';
import { GraphQLRequestError } from '@lynkify/contract';
import { parseEmail } from '@lynkify/domain';
import { accepted, failureOf, RefusedError } from './failure.js';
import { rule, sortUserErrors } from './user-errors.js';

const refusal = (path: string[], message: string) => ({ code: 'X', path, message });

describe('refusals of a mutation', () => {
  const fields = new Set(['email', 'links']);

  it('stand beside their fields', () => {
    expect(sortUserErrors([refusal(['email'], 'Taken.')], fields)).toEqual({ fields: { email: 'Taken.' }, rest: [] });
  });

  it('find their field when the path starts at the input', () => {
    expect(sortUserErrors([refusal(['input', 'email'], 'Taken.')], fields).fields).toEqual({ email: 'Taken.' });
  });

  it('stand beside the field that holds a deeper path', () => {
    expect(sortUserErrors([refusal(['links', '3', 'url'], 'Not a link.')], fields).fields).toEqual({ links: 'Not a link.' });
  });

  it('belong to the form when no field is theirs', () => {
    expect(sortUserErrors([refusal([], 'Stale.'), refusal(['role'], 'Last owner.')], fields)).toEqual({ fields: {}, rest: ['Stale.', 'Last owner.'] });
  });

  it('show the first one of a field', () => {
    expect(sortUserErrors([refusal(['email'], 'One.'), refusal(['email'], 'Two.')], fields).fields).toEqual({ email: 'One.' });
  });

  it('are thrown where there is no form', () => {
    expect(() => accepted({ userErrors: [refusal([], 'No.')] })).toThrow(RefusedError);
    expect(accepted({ userErrors: [], thing: 1 })).toEqual({ userErrors: [], thing: 1 });
  });
});

describe('a rule of the domain', () => {
  it('says nothing about what it accepts and why about what it refuses', () => {
    expect(rule(parseEmail)('name@example.com')).toBeNull();
    expect(rule(parseEmail)('name')).toContain('@');
  });
});

describe('a failure in words', () => {
  it('says when to try again', () => {
    expect(failureOf(new GraphQLRequestError('x', { code: 'TOO_MANY_REQUESTS', retryAfter: 30 }))).toBe('That was too often. Try again in 30 seconds.');
    expect(failureOf(new GraphQLRequestError('x', { code: 'TOO_MANY_REQUESTS', retryAfter: 600 }))).toBe('That was too often. Try again in 10 minutes.');
  });

  it('quotes the request of an error on our side', () => {
    expect(failureOf(new GraphQLRequestError('It broke.', { code: 'INTERNAL_SERVER_ERROR', requestId: 'r-1' }))).toBe('It broke. Request r-1.');
  });

  it('shows nothing of an error in the browser', () => {
    expect(failureOf(new TypeError('x is undefined'))).not.toContain('undefined');
  });
});
