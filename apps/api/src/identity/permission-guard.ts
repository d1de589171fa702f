import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import { forbidden, unauthenticated } from '../graphql/errors.js';
import type { GraphqlContext } from '../graphql/context.js';
import type { CurrentUser } from './current-user.js';
import { isPermitted, type Permission } from './permission.js';
import { DEMAND, type Demand } from './require-permission.js';
import { SecurityLog } from '../security-log/security-log.js';
import { Sessions } from './session/sessions.js';
import { tokenOf } from './session/session-token.js';

/** Stands before every resolver and controller. One that names no demand is closed to everybody. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly securityLog: SecurityLog,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const demand = this.reflector.get<Demand | undefined>(DEMAND, context.getHandler());
    if (demand === undefined) throw new Error(`${context.getHandler().name} names no permission.`);
    const isGraphql = context.getType<GqlContextType>() === 'graphql';
    if (!isGraphql) return demand.public;
    const request = GqlExecutionContext.create(context).getContext<GraphqlContext>();
    request.session ??= this.sessionOf(request);
    request.user = (await request.session)?.user ?? null;
    if (demand.public) return true;
    if (request.user === null) throw unauthenticated();
    if (!isPermitted(request.user.roles, demand.permission)) {
      await this.recordRefusal(request, request.user, demand.permission, context.getHandler().name);
      throw forbidden(demand.permission);
    }
    return true;
  }

  private async recordRefusal(
    { request }: GraphqlContext,
    user: CurrentUser,
    permission: Permission,
    field: string,
  ): Promise<void> {
    await this.securityLog.record({
      tenant: user.tenant,
      userId: user.id,
      username: user.username,
      displayName: user.displayName,
      address: request.ip,
      kind: 'permission-refused',
      subject: permission,
      details: { field },
    });
  }

  /** Several fields of one request look for the same session once. */
  private async sessionOf({ request }: GraphqlContext): ReturnType<Sessions['find']> {
    const token = tokenOf(request);
    return token === null ? null : this.sessions.find(token);
  }
}
