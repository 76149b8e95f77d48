import { GraphQLScalarType, Kind, valueFromASTUntyped, type ValueNode } from 'graphql';
import { parseDate } from '@lynkify/domain';
import { badInput } from '../request-error.js';

/** A calendar date without a time or zone. */
export const GraphQLDate = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A calendar date that exists, `YYYY-MM-DD`, without a time or a zone.',
  serialize: (value) => readDate(value),
  parseValue: (value) => readDate(value),
  parseLiteral: (node) => readDate(node.kind === Kind.STRING ? node.value : null),
});

function readDate(value: unknown): string {
  const date = parseDate(typeof value === 'string' ? value : '');
  if (date.ok) return date.value;
  throw badInput({ date: date.errors[0]?.message ?? 'Enter a date as year-month-day.' });
}

/** Any JSON value; its shape is said where it is used. */
export const GraphQLJSON = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'Any JSON value. The field that uses it says what it holds.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node: ValueNode, variables) => valueFromASTUntyped(node, variables),
});
