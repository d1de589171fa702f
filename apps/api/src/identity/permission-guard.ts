import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import { forbidden, outsideKey, passwordExpired, secondFactorRequired, unauthenticated } from '../graphql/errors.js';
import type { GraphqlContext, RequestSession } from '../graphql/context.js';
import type { FastifyRequest } from 'fastify';
import type { GraphQLResolveInfo } from 'graphql';
import type { CurrentUser } from './current-user.js';
import { plainSessionOf } from './plain-session.js';
import { isPermitted, type Permission } from './permission.js';
import { DEMAND, type Demand } from './require-permission.js';
import { SecurityLog } from '../security-log/security-log.js';
import { Divisions } from '../division/divisions.js';
import { scopeRefusal } from './machine/machine-scope.js';
import { SendersOfRequests } from './senders-of-requests.js';

/** Stands before every resolver and controller. One that names no demand is closed to everybody. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly senders: SendersOfRequests,
    private readonly securityLog: SecurityLog,
    private readonly divisions: Divisions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const demand = this.reflector.get<Demand | undefined>(DEMAND, context.getHandler());
    if (demand === undefined) throw new Error(`${context.getHandler().name} names no permission.`);
    const isGraphql = context.getType<GqlContextType>() === 'graphql';
    if (!isGraphql) {
      const request = context.switchToHttp().getRequest<FastifyRequest>();
      return demand.public || this.demandOf(request, plainSessionOf(request), demand.permission, context);
    }
    const graphql = GqlExecutionContext.create(context);
    const request = graphql.getContext<GraphqlContext>();
    request.session ??= this.senders.of(request.request);
    const session = await request.session;
    request.user = session?.user ?? null;
    if (session?.machine != null) return this.admitMachine(session, graphql);
    return demand.public || this.demandOf(request.request, session, demand.permission, context);
  }

  private async demandOf(
    request: FastifyRequest,
    session: RequestSession | null,
    permission: Permission,
    context: ExecutionContext,
  ): Promise<true> {
    if (session === null) throw unauthenticated();
    if (permission !== 'account.own') assertNothingDemanded(session);
    if (!isPermitted(session.user.roles, permission)) {
      await this.recordRefusal(request, session.user, permission, context.getHandler().name);
      throw forbidden(permission);
    }
    return true;
  }

  private async recordRefusal(
    request: FastifyRequest,
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

  /** A machine has what its terms say, and nothing else of what officials or strangers have. */
  private async admitMachine({ id, user, machine }: RequestSession, graphql: GqlExecutionContext): Promise<boolean> {
    if (machine === null) return false;
    const info = graphql.getInfo<GraphQLResolveInfo>();
    const args = graphql.getArgs<Readonly<Record<string, unknown>>>();
    const refusal = scopeRefusal({ terms: machine, info, args, liesIn: this.divisions.liesIn });
    if (refusal === null) return true;
    const { tenant, id: userId, displayName } = user;
    const address = graphql.getContext<GraphqlContext>().request.ip;
    const details = { because: 'terms', field: refusal.field };
    await this.securityLog.record({
      ...{ tenant, userId, username: null, displayName, address, kind: 'api-key-refused', subject: id, details },
    });
    throw outsideKey(refusal.field, refusal.says);
  }
}

/** Who has a password of somebody else, or no second factor where one is demanded, looks after that first. */
function assertNothingDemanded({ demand }: RequestSession): void {
  if (demand === 'password') throw passwordExpired();
  if (demand === 'second-factor') throw secondFactorRequired();
}
