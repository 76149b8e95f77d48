import { Injectable, RequestMethod, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { permissionKey } from './requires.js';

/** Looks at every REST handler before the first request: a program with one that declares no permission does not start. */
@Injectable()
export class DeclaredRoutes implements OnModuleInit {
  constructor(private readonly modules: ModulesContainer) {}

  /** @throws when a REST handler declares no permission */
  onModuleInit(): void {
    const undeclared = this.handlers().filter(({ handler }) => !Reflect.hasMetadata(permissionKey, handler));
    if (undeclared.length > 0) throw new Error(`These REST routes declare no permission (@Requires): ${undeclared.map(({ name }) => name).join(', ')}`);
  }

  /** Every REST handler of the program, e.g. `GET readyz (HealthController.ready)`. */
  handlers(): { name: string; handler: object }[] {
    const found: { name: string; handler: object }[] = [];
    for (const module of this.modules.values()) {
      for (const { metatype } of module.controllers.values()) {
        if (typeof metatype !== 'function') continue;
        const prototype: object = metatype.prototype;
        for (const [key, { value: handler }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
          if (typeof handler !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, handler)) continue;
          const method = RequestMethod[Number(Reflect.getMetadata(METHOD_METADATA, handler))];
          found.push({ name: `${method} ${String(Reflect.getMetadata(PATH_METADATA, metatype))}/${String(Reflect.getMetadata(PATH_METADATA, handler))} (${metatype.name}.${key})`, handler });
        }
      }
    }
    return found;
  }
}
