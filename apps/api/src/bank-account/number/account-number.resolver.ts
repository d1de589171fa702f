import { refusal } from '@duixian/casework';
import { Inject } from '@nestjs/common';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { OpenWork } from '../../enterprise/need/open-work.js';
import { PersonalReads } from '../../enterprise/need/personal-reads.js';
import type { GraphqlContext } from '../../graphql/context.js';
import type { Refusal } from '../../graphql/refusal/refusal.js';
import { toRefusal } from '../../graphql/refusal/to-refusal.js';
import { ArgumentKinds } from '../../graphql/values/value-kind.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { AccountNumber, AccountNumberResult } from './account-number.type.js';

@Resolver()
export class AccountNumberResolver {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly work: OpenWork,
    private readonly reads: PersonalReads,
  ) {}

  @Query(() => AccountNumberResult, {
    description: 'The whole number of an account, for those whose open work needs it. Reading it is on record.',
  })
  @RequirePermission('bank-account.read')
  @ArgumentKinds({ uscc: 'uscc', proposal: 'uuid' })
  async accountNumber(
    @Args('uscc', { type: () => ID }) uscc: string,
    @Args('proposal', { type: () => ID }) proposal: string,
    @CurrentUser() user: CurrentUser,
    @Context() { request }: GraphqlContext,
  ): Promise<AccountNumber | Refusal> {
    if (!(await this.work.needsAccount(user, uscc, proposal))) return toRefusal(this.work.noNeed());
    const { rows } = await this.pool.query<AccountNumber>(
      'select holder, number from identity.bank_account where tenant = $1 and id = $2 and uscc = $3',
      [user.tenant, proposal, uscc],
    );
    const [row] = rows;
    if (row === undefined) return toRefusal(erased());
    await this.reads.record('account-read', user, request.ip, uscc, { proposal });
    return Object.assign(new AccountNumber(), row);
  }
}

function erased() {
  return refusal('NOT_FOUND', {
    zh: '没有这个账户，或其号码已依申请删除。',
    en: 'There is no such account, or its number was erased.',
  });
}
