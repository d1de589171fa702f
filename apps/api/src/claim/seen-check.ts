import {
  aheadProblem,
  changedRefusal,
  policyStream,
  refused,
  type ClaimCommand,
  type Decision,
} from '@duixian/casework';
import { EventStore } from '@duixian/event-store';
import type { DomainEvent } from '@duixian/treasury';
import { Injectable } from '@nestjs/common';
import type { Records } from '../command/records.js';
import { badArguments } from '../graphql/values/bad-arguments.js';
import { Law } from '../policy/law/law.js';
import { PolicyBooks } from '../policy/law/policy-books.js';

/** Holds a decision to what the official looked at, so that nobody agrees to what he has not seen. */
@Injectable()
export class SeenCheck {
  constructor(
    private readonly store: EventStore,
    private readonly law: Law,
    private readonly books: PolicyBooks,
  ) {}

  /**
   * The decision, or a refusal where the claim or the version that decides it is no more what was looked at. It is recorded
   * only while both are as they are now.
   *
   * @throws GraphQLError `BAD_USER_INPUT` where the log has not come to what was looked at.
   */
  async bind(
    records: Records,
    { claim: id, seen, tenant }: ClaimCommand,
    decision: Decision<DomainEvent>,
  ): Promise<Decision<DomainEvent>> {
    if (!decision.ok || seen === undefined) return decision;
    const claim = await records.claim(id);
    const changedAt = records.claimChangedAt(id);
    const policy = claim === null ? undefined : this.law.ofClaim(tenant, claim).measure(claim.measure)?.policy;
    if (policy === undefined || changedAt === null) return decision;
    const ahead = BigInt(seen.position) > changedAt ? aheadProblem(seen, await this.store.head(tenant)) : null;
    if (ahead !== null) throw badArguments([{ ...ahead, field: `input.${ahead.field}` }]);
    const changed = changedRefusal(seen, { changedAt, policyVersion: policy.version });
    if (changed !== null) return refused(changed);
    records.saw(policyStream(policy.id), this.books.book(tenant, policy.id).length);
    return decision;
  }
}
