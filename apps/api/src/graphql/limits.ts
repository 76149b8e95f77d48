import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import type { ValidationRule } from 'graphql';

/** Words and signs of one document at the most; checked while parsing, before anything else costs time. */
export const maxTokens = 2_000;

const rules = [
  maxDepthRule({ n: 10, ignoreIntrospection: true, propagateOnRejection: true }),
  maxAliasesRule({ n: 30, propagateOnRejection: true }),
  costLimitRule({ maxCost: 20_000, objectCost: 2, scalarCost: 1, depthCostFactor: 1.5, ignoreIntrospection: true, propagateOnRejection: true }),
];

/** Depth, aliases and cost of one operation at the most. */
export const limitRules = rules as ValidationRule[];
