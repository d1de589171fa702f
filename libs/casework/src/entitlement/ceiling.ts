import { fen, leftOf, ZERO } from '@duixian/money';
import type { GuardMove } from '../common/decision.js';
import type { CeilingReached } from '../common/refusal.js';
import type { Ceilings } from './accounts.js';
import { standingOn, type Entitlement } from './entitlement.js';

/**
 * A ceiling that the reckoning under one clause does not see: that of the city's or county's counterpart, taken up
 * elsewhere by an enterprise that moved. Reckoned from the entitlement, whose version the append demands.
 */
export function ceilingRefusal(
  moves: readonly GuardMove[],
  ceilings: Ceilings,
  entitlement: Entitlement,
): CeilingReached | null {
  for (const { account, reserve = 0n } of moves) {
    const ceiling = ceilings.get(account) ?? null;
    const used = standingOn(entitlement, account);
    if (ceiling === null || used + reserve <= ceiling) continue;
    return {
      code: 'CEILING_REACHED',
      message: {
        zh: '市、县两级合计将超过最高限额，不能核定；请核对企业迁移前的兑现记录后“不予通过”或通知企业撤回。',
        en:
          'City and county together would pass the ceiling, so that nothing can be determined: compare what the ' +
          'enterprise was granted before it moved, then reject the claim or have it withdrawn.',
      },
      field: null,
      account,
      ceiling: fen(ceiling),
      used,
    };
  }
  return null;
}

/** Ceilings of the enterprise's own guards: less what the guards of its predecessors hold. */
export function ownCeilings(ceilings: Ceilings, { inherited }: Entitlement): Ceilings {
  return new Map(
    Array.from(ceilings, ([account, ceiling]): [string, bigint | null] => [
      account,
      ceiling === null ? null : leftOf(fen(ceiling), inherited.get(account, ZERO)),
    ]),
  );
}
