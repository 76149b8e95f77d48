import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql';

/** Words and signs of one document at the most; checked while parsing, before anything else costs time. */
export const maxTokens = 2_000;

// Reported like any other fault of the document: thrown, it would read as one of ours.
const report = {
  propagateOnRejection: false,
  onReject: [(context: ValidationContext | null, error: GraphQLError) => context?.reportError(new GraphQLError(error.message.replace(/^Syntax Error: /, '')))],
};

const rules = [
  maxDepthRule({ n: 10, ignoreIntrospection: true, ...report }),
  maxAliasesRule({ n: 30, ...report }),
  costLimitRule({ maxCost: 20_000, objectCost: 2, scalarCost: 1, depthCostFactor: 1.5, ignoreIntrospection: true, ...report }),
];

/** Depth, aliases and cost of one operation at the most. */
export const limitRules = rules as ValidationRule[];
