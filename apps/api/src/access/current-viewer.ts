import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Viewer } from '@lynkify/domain';
import type { FastifyRequest } from 'fastify';
import type { ViewerContext } from './enforce-permissions.js';

/** The viewer, as the parameter of a resolver or a REST handler. */
export const CurrentViewer = createParamDecorator((_data: unknown, context: ExecutionContext): Viewer => {
  if (context.getType<string>() === 'graphql') return GqlExecutionContext.create(context).getContext<ViewerContext>().viewer;
  return context.switchToHttp().getRequest<FastifyRequest>().viewer;
});
