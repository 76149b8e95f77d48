import type { Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Requires } from '../access/requires.js';
import { badInput } from '../request-error.js';

/** Rows of one page at the most. */
export const maxPageSize = 200;

@ObjectType({ description: 'Where a page of a list begins and ends.' })
@Requires('public')
export class PageInfo {
  @Field(() => String, { nullable: true, description: 'Pass as `after` to get the next page.' })
  endCursor: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row of this page.' })
  startCursor: string | null;

  @Field(() => Boolean, { description: 'Whether there is a next page.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Whether rows come before this page.' })
  hasPreviousPage: boolean;
}

export interface Edge<T> {
  cursor: string;
  node: T;
}

/** One page of a list, as GraphQL answers it. */
export interface Page<T> {
  nodes: T[];
  edges: Edge<T>[];
  pageInfo: PageInfo;
  totalCount: number;
}

/** The connection type of a node type: `nodes`, `edges`, `pageInfo`, `totalCount`. Extend it with a named class. */
export function connectionOf<T extends object>(node: Type<T>, nodeName: string) {
  @ObjectType(`${nodeName}Edge`, { description: `One row of a list, with its cursor.` })
  @Requires('public')
  class NodeEdge implements Edge<T> {
    @Field(() => String, { description: 'Opaque place of this row; pass as `after`.' })
    cursor: string;

    @Field(() => node, { description: 'The row.' })
    node: T;
  }

  @ObjectType({ isAbstract: true })
  @Requires('public')
  abstract class Connection implements Page<T> {
    @Field(() => [node], { description: 'The rows of this page.' })
    nodes: T[];

    @Field(() => [NodeEdge], { description: 'The rows of this page with their cursors.' })
    edges: NodeEdge[];

    @Field(() => PageInfo, { description: 'Where this page begins and ends.' })
    pageInfo: PageInfo;

    @Field(() => Int, { description: 'How many rows the whole list has.' })
    totalCount: number;
  }
  return Connection;
}

/** Checks a page size. @throws RequestError BAD_USER_INPUT */
export function pageSize(first: number): number {
  if (first >= 1 && first <= maxPageSize) return first;
  throw badInput({ first: `Ask for between 1 and ${maxPageSize} rows at once.` });
}

/** A keyset cursor: the sort values of a row, opaque to the caller. */
export function encodeCursor(values: readonly (string | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** @throws RequestError BAD_USER_INPUT when it is no cursor of ours with this many values */
export function decodeCursor(cursor: string, length: number): (string | null)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === length && values.every((value) => value === null || typeof value === 'string')) return values;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw badInput({ after: 'This is no cursor of this list. Take `endCursor` of the page before.' });
}

/**
 * A page out of rows fetched with `limit first + 1`.
 * @param cursorOf the sort values of a row, in the order of the list
 */
export function toPage<Row, T>(rows: readonly Row[], first: number, options: { after: string | null; totalCount: number; cursorOf: (row: Row) => (string | null)[]; toNode: (row: Row) => T }): Page<T> {
  const shown = rows.slice(0, first);
  const edges = shown.map((row) => ({ cursor: encodeCursor(options.cursorOf(row)), node: options.toNode(row) }));
  return {
    nodes: edges.map((edge) => edge.node),
    edges,
    totalCount: options.totalCount,
    pageInfo: {
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
      hasNextPage: rows.length > first,
      hasPreviousPage: options.after !== null,
    },
  };
}
