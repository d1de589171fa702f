import { isInArea, refusal } from '@duixian/casework';
import { Inject } from '@nestjs/common';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { PersonalReads } from '../../enterprise/need/personal-reads.js';
import type { GraphqlContext } from '../../graphql/context.js';
import type { Refusal } from '../../graphql/refusal/refusal.js';
import { toRefusal } from '../../graphql/refusal/to-refusal.js';
import { ArgumentKinds } from '../../graphql/values/value-kind.js';
import { actorOf } from '../../identity/actor.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { Law } from '../../policy/law/law.js';
import { isLedBy, measuresOf } from '../list/duties.js';
import { ClaimsById } from '../read/claims-by-id.js';
import type { ClaimRow } from '../read-model/claim-row.js';
import { Objector, ObjectorResult } from './objection.type.js';
import type { ObjectorDetails } from './objector-store.js';

@Resolver()
export class ObjectorResolver {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly claims: ClaimsById,
    private readonly law: Law,
    private readonly reads: PersonalReads,
  ) {}

  @Query(() => ObjectorResult, {
    description:
      'Who objects to a claim, for the window that recorded it, the lead department that answers, and auditors. Reading it is on record.',
  })
  @RequirePermission('objector.read')
  @ArgumentKinds({ claim: 'reference', objection: 'uuid' })
  async objector(
    @Args('claim', { type: () => ID, description: "The claim's number." }) claim: string,
    @Args('objection', { type: () => ID, description: 'Which objection to it.' }) objection: string,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<Objector | Refusal> {
    const row = await this.claims.load(context, claim);
    if (row === null) return toRefusal(nobody());
    if (!this.mayRead(user, row)) return toRefusal(notYours());
    const { rows } = await this.pool.query<ObjectorDetails>(
      'select kind, name, phone from identity.objector where tenant = $1 and id = $2 and claim = $3',
      [user.tenant, objection, claim],
    );
    const [found] = rows;
    if (found === undefined) return toRefusal(nobody());
    await this.reads.record('objector-read', user, context.request.ip, row.uscc, { claim, objection });
    const { kind, name, phone } = found;
    return Object.assign(new Objector(), { kind, name, phone });
  }

  private mayRead(user: CurrentUser, { division, measure }: ClaimRow): boolean {
    const { roles } = user;
    if (roles.includes('auditor')) return true;
    if (roles.includes('clerk') && isInArea(actorOf(user), division)) return true;
    const led = measuresOf(user, this.law.known).filter(isLedBy(user));
    return roles.includes('reviewer') && led.some(({ id }) => id === measure);
  }
}

function nobody() {
  return refusal('NOT_FOUND', {
    zh: '没有这项异议，或是匿名的，或异议人信息已删除。',
    en: 'There is no such objection, or it is anonymous, or who objected was erased.',
  });
}

function notYours() {
  return refusal('NOT_YOUR_OFFICE', {
    zh: '异议人信息仅供登记窗口、答复的牵头部门和审计查看。',
    en: 'Who objects is shown to the window that records it, the department that answers, and auditors.',
  });
}
