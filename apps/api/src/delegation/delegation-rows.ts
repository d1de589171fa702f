import { delegationStanding, delegationStream, enderRefusal } from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { Injectable } from '@nestjs/common';
import { actorOf } from '../identity/actor.js';
import type { CurrentUser } from '../identity/current-user.js';
import { rowsOf } from '../log/rows.js';
import { StreamLoader } from '../log/stream-loader.js';
import type { Policies } from '../policy/list/policies.js';
import { Delegation } from './delegation.type.js';
import { foldIntoDelegations, type DelegationRow } from './read-model/delegation-table.js';

/** What officials delegated, by their user ids. */
@Injectable()
export class DelegationRows extends StreamLoader<DelegationRow, readonly DelegationRow[]> {
  protected readonly query = {
    name: 'read.delegations-by-official',
    text: 'select * from read.delegation_at($1, $3) where official = any ($2)',
  };
  protected readonly streamOf = delegationStream;

  protected valuesOf(rows: readonly DelegationRow[]): ReadonlyMap<string, readonly DelegationRow[]> {
    const found = new Map<string, DelegationRow[]>();
    for (const row of rows) found.set(row.official, [...(found.get(row.official) ?? []), row]);
    return found;
  }

  protected foldOf(events: readonly RecordedEvent[]): readonly DelegationRow[] {
    return rowsOf(events, foldIntoDelegations);
  }
}

/** A delegation as it stands for somebody on a day. */
export function toDelegation(row: DelegationRow, user: CurrentUser, today: string, policies: Policies): Delegation {
  const standing = standingOf(row, today);
  const isOpen = standing === 'standing' || standing === 'coming';
  const parties = { from: row.official_name, to: row.deputy_name };
  return Object.assign(new Delegation(), {
    id: row.id,
    official: row.official_name,
    deputy: row.deputy_name,
    from: row.first_day,
    until: row.last_day,
    measures: row.measures?.map((id) => policies.measureOnRecord(id)) ?? null,
    reason: row.reason,
    givenOn: row.given_on,
    standing,
    endedBy: row.ended_by,
    endedOn: row.ended_on,
    endReason: row.end_reason,
    canEnd: isOpen && enderRefusal(parties, actorOf(user)) === null,
  });
}

function standingOf({ first_day: firstDay, last_day: lastDay, ended_on: endedOn }: DelegationRow, on: string) {
  return delegationStanding({ firstDay, lastDay, ended: endedOn !== null }, on);
}
