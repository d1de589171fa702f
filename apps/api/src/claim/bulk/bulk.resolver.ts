import { randomUUID } from 'node:crypto';
import { invalidInput, type ClaimCommand } from '@duixian/casework';
import { ModuleRef } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { commandIdOf } from '../../command/command-id.js';
import { CommandOrigin } from '../../command/command-origin.js';
import type { Records } from '../../command/records.js';
import type { GraphqlContext } from '../../graphql/context.js';
import type { Refusal } from '../../graphql/refusal/refusal.js';
import { toRefusal } from '../../graphql/refusal/to-refusal.js';
import { badArguments } from '../../graphql/values/bad-arguments.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { Positions } from '../../log/positions.js';
import { Law } from '../../policy/law/law.js';
import { BULK_STEPS, type BulkWords } from './bulk-steps.js';
import { BulkDone } from './bulk-item.type.js';
import { type BulkClaimInput, BulkPreview, type BulkSeen, TakeBulkInput, TakeBulkResult } from './bulk.type.js';
import { claimsProblem } from './claims-problem.js';
import { unlessUnreadable } from './unless-unreadable.js';

/**
 * A step on many claims: each is the command that one click sends, under an id that follows from that of the set and the
 * claim. So a part that is sent again does what is left to do, whoever died meanwhile, and no rule is asked twice.
 */
@Resolver()
export class BulkResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly modules: ModuleRef,
    private readonly law: Law,
    private readonly positions: Positions,
  ) {}

  @Query(() => BulkPreview, {
    description: 'What would become of a step on many claims (批量办理预览). Nothing is recorded.',
  })
  @RequirePermission('claim.bulk')
  async previewBulk(
    @Args('input', { description: 'The step, and on which claims.' }) input: TakeBulkInput,
    @CurrentUser() user: CurrentUser,
  ): Promise<BulkPreview> {
    const problem = claimsProblem(input.claims.map(({ claim }) => claim));
    if (problem !== null) throw badArguments([{ ...problem, field: `input.${problem.field}` }]);
    const words = wordsOf(input);
    const origin = this.origin.of({ commandId: input.commandId ?? randomUUID() }, user);
    const items: BulkPreview['items'] = [];
    for (const { claim } of input.claims) {
      const step = BULK_STEPS[input.action];
      const found = await unlessUnreadable(
        step.preview({ ...origin, claim }, words, (type) => this.modules.get(type, { strict: false })),
      );
      const seen = 'records' in found ? await this.seenIn(found.records, claim, user.tenant) : null;
      items.push({ claim, refusal: found.refusal && toRefusal(found.refusal), seen });
    }
    return { items };
  }

  /** What was looked at; null where there is no such claim. */
  private async seenIn(records: Records, claim: string, tenant: string): Promise<BulkSeen | null> {
    const position = records.claimChangedAt(claim);
    const state = await records.claim(claim);
    const policy = state && this.law.ofClaim(tenant, state).measure(state.measure)?.policy;
    return position === null || !policy ? null : { position: String(position), policyVersion: policy.version };
  }

  @Mutation(() => TakeBulkResult, {
    description:
      'A step on many claims (批量办理), each with an event of its own. `commandId` names the set: sent again with it, whole or in parts, each claim is done once.',
  })
  @RequirePermission('claim.bulk')
  async takeBulk(
    @Args('input', { description: 'The step, and on which claims.' }) input: TakeBulkInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<BulkDone | Refusal> {
    const problem = claimsProblem(input.claims.map(({ claim }) => claim));
    if (problem !== null) return toRefusal(invalidInput([problem]));
    const words = wordsOf(input);
    const { commandId: set, ...origin } = this.origin.of(input, user);
    const items: BulkDone['items'] = [];
    for (const { claim, seen } of input.claims) {
      const commandId = commandIdOf('bulk', set, claim);
      const request = { ...origin, commandId, claim, ...lookedAt(seen) };
      const outcome = await unlessUnreadable(this.bus.execute(BULK_STEPS[input.action].command(request, words)));
      if ('position' in outcome) this.noteRecorded(context, outcome.position);
      items.push({ claim, refusal: 'position' in outcome ? null : toRefusal(outcome.refusal) });
    }
    return Object.assign(new BulkDone(), { items });
  }

  /** The lists that its sender looks at next hold it. */
  private noteRecorded(context: GraphqlContext, position: bigint): void {
    context.recorded = position;
    this.positions.answerAt(position);
  }
}

function wordsOf({ reason, opinion, days }: TakeBulkInput): BulkWords {
  return { reason: reason ?? '', opinion: opinion ?? '', days: days ?? 0 };
}

function lookedAt(seen: BulkClaimInput['seen']): Pick<ClaimCommand, 'seen'> {
  return seen == null ? {} : { seen: { position: seen.position, policyVersion: seen.policyVersion } };
}
