import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { enforcePermissions } from '../access/enforce-permissions.js';
import { Log } from '../log.js';
import { countOperations } from '../metrics/count-operations.js';
import { Metrics } from '../metrics/metrics.js';
import type { RequestContext } from './context.js';
import { maskError } from './errors.js';
import { limitRules, maxTokens } from './limits.js';
import { unavailable } from './unavailable.js';

@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [Log, Metrics],
      useFactory: (log: Log, metrics: Metrics) => ({
        autoSchemaFile: true,
        sortSchema: true,
        path: '/graphql',
        graphiql: false,
        introspection: true,
        csrfPrevention: true,
        persistedQueries: false,
        cache: 'bounded',
        allowBatchedHttpRequests: false,
        includeStacktraceInErrorResponses: false,
        autoTransformHttpErrors: false,
        parseOptions: { maxTokens },
        validationRules: limitRules,
        transformSchema: enforcePermissions,
        buildSchemaOptions: { numberScalarMode: 'integer' },
        context: (request: FastifyRequest, reply: FastifyReply): RequestContext => ({ request, reply, viewer: request.viewer, loaders: new Map() }),
        plugins: [unavailable, countOperations(metrics)],
        // Nest would say 200 again whenever any data goes with it.
        preserveHttpStatusForExecutionErrors: false,
        formatError: (formatted, error) => maskError(formatted, error, log),
      }),
    }),
  ],
})
export class GraphqlModule {}
