import { SetMetadata } from '@nestjs/common';
import type { Permission } from './permission.js';

/** Metadata key of what a handler demands. */
export const DEMAND = Symbol('demand');

/** What a handler demands of whoever calls it. */
export type Demand = { readonly public: true } | { readonly public: false; readonly permission: Permission };

/** Lets only those through whose roles hold the permission. */
export const RequirePermission = (permission: Permission): MethodDecorator =>
  SetMetadata<symbol, Demand>(DEMAND, { public: false, permission });

/** Lets everybody through, known or not. */
export const Public = (): MethodDecorator => SetMetadata<symbol, Demand>(DEMAND, { public: true });
