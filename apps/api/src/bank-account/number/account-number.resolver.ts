import { refusal } from '@duixian/casework';
import type { AccountRef } from '@duixian/registry';
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
import { accountHash } from '../payee-accounts.js';
import { AccountNumber, AccountNumberResult } from './account-number.type.js';

interface StoredNumber {
  readonly salt: Buffer;
  readonly holder: string;
  readonly number: string;
  readonly account: AccountRef;
}

const NUMBER = `
  select k.salt, k.holder, k.number, r.account
    from identity.bank_account k
    join read.bank_account_change r on r.tenant = k.tenant and r.proposal = k.id::text
   where k.tenant = $1 and k.id = $2 and k.uscc = $3`;

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
    @Args('uscc', { type: () => ID, description: 'The enterprise.' }) uscc: string,
    @Args('proposal', { type: () => ID, description: 'The proposal by which the account came on record.' })
    proposal: string,
    @CurrentUser() user: CurrentUser,
    @Context() { request }: GraphqlContext,
  ): Promise<AccountNumber | Refusal> {
    if (!(await this.work.needsAccount(user, uscc, proposal))) return toRefusal(this.work.noNeed());
    const { rows } = await this.pool.query<StoredNumber>(NUMBER, [user.tenant, proposal, uscc]);
    const [row] = rows;
    if (row === undefined) return toRefusal(erased());
    const { salt, holder, number, account } = row;
    const { bank, cnaps, hash } = account;
    if (accountHash(salt, { uscc, holder, bank, cnaps, number }) !== hash) return toRefusal(notAsRecorded());
    await this.reads.record('account-read', user, request.ip, uscc, { proposal });
    return Object.assign(new AccountNumber(), { holder, number });
  }
}

function erased() {
  return refusal('NOT_FOUND', {
    zh: '没有这个账户，或其号码已依申请删除。',
    en: 'There is no such account, or its number was erased.',
  });
}

/** It was changed where it is stored: nobody pays to it. */
function notAsRecorded() {
  return refusal('NOT_FOUND', {
    zh: '存储的账号与登记时的散列不符，可能被直接改动：请勿付款，并立即报告审计和安全管理员。',
    en: 'The number that is stored is not the one that was recorded: pay nothing to it, and tell the auditor and the security administrator at once.',
  });
}
