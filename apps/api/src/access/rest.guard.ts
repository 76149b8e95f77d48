import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Permission } from '@lynkify/domain';
import type { FastifyRequest } from 'fastify';
import { forbidden } from '../request-error.js';
import { requirePermission } from './access.js';
import { permissionKey } from './requires.js';

/** Asks every REST handler for its declared permission; a handler without one answers nobody. */
@Injectable()
export class RestGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    // GraphQL fields carry their guard in the schema itself (enforce-permissions.ts).
    if (context.getType<string>() === 'graphql') return true;
    const permission = this.reflector.get<Permission | undefined>(permissionKey, context.getHandler());
    if (!permission) throw forbidden('This route declares no permission.');
    requirePermission(context.switchToHttp().getRequest<FastifyRequest>().viewer, permission);
    return true;
  }
}
