import { claimsIn, comesBefore } from '@duixian/casework';
import { fen, sum } from '@duixian/money';
import { Args, Context, Field, ID, InputType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Claim } from '../../claim/read/claim.type.js';
import { ClaimFiles } from '../../claim/read/claim-files.js';
import { ClaimsById } from '../../claim/read/claims-by-id.js';
import { toClaim } from '../../claim/read/to-claim.js';
import type { ClaimRow, LineRow } from '../../claim/read-model/claim-row.js';
import { Divisions } from '../../division/divisions.js';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { ArgumentKinds, ValueKind } from '../../graphql/values/value-kind.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { AsOf } from '../../log/as-of.input.js';
import { POSITION_OF_RECORD, Positions } from '../../log/positions.js';
import { policyOf } from '../../policy/law/law.js';
import { LawFilter } from '../../policy/list/law-filter.js';
import { BatchFiles } from './batch-files.js';
import {
  Batch,
  BatchEntry,
  BatchStandingEnum,
  BatchTotals,
  type BatchPayer,
  type BatchStanding,
} from './batch.type.js';
import { ShownBatches, standingOf } from './shown-batches.js';

/** Batches that one answer holds: the newest. */
const SHOWN_MAX = 200;

@InputType({ description: 'All that is given must hold.' })
class BatchFilter {
  @Field(() => ID, { nullable: true, description: 'Id of a measure: batches of its claims.' })
  @ValueKind('reference')
  measure?: string | null;

  @Field(() => BatchStandingEnum, { nullable: true, description: 'How they stand.' })
  standing?: BatchStanding | null;
}

@Resolver()
export class BatchesResolver {
  constructor(
    private readonly files: BatchFiles,
    private readonly shown: ShownBatches,
    private readonly filters: LawFilter,
  ) {}

  @Query(() => [Batch], {
    description: `批次: claims of your city that go to the collective decision together, the newest first; ${SHOWN_MAX} at most.`,
  })
  @RequirePermission('claim.read')
  async batches(
    @Context() context: GraphqlContext,
    @Args('filter', { nullable: true, description: 'Which batches; all if left out.' }) filter?: BatchFilter,
    @Args('asOf', { nullable: true, description: 'The batches as they were then.' }) _asOf?: AsOf,
  ): Promise<Batch[]> {
    const measure = this.filters.measure(filter?.measure);
    const standing = filter?.standing ?? null;
    const all = await this.files.all(context, measure === null ? null : policyOf(measure));
    const found = all
      .filter((batch) => measure === null || batch.measure === measure)
      .filter((batch) => standing === null || standingOf(batch) === standing)
      .sort((a, b) => (a.opened.on === b.opened.on ? 0 : a.opened.on < b.opened.on ? 1 : -1));
    return this.shown.shown(context, found.slice(0, SHOWN_MAX));
  }

  @Query(() => Batch, { nullable: true, description: 'One batch by its id; null where there is none.' })
  @RequirePermission('claim.read')
  @ArgumentKinds({ id: 'reference' })
  async batch(
    @Args('id', { type: () => ID, description: 'The batch.' }) id: string,
    @Context() context: GraphqlContext,
    @Args('asOf', { nullable: true, description: 'The batch as it was then.' }) _asOf?: AsOf,
  ): Promise<Batch | null> {
    const found = await this.files.batch(context, id);
    const [batch] = found === null ? [] : await this.shown.shown(context, [found]);
    return batch ?? null;
  }
}

@Resolver(() => Batch)
export class BatchResolver {
  constructor(
    private readonly claims: ClaimsById,
    private readonly divisions: Divisions,
    private readonly positions: Positions,
  ) {}

  @ResolveField(() => ID, { description: POSITION_OF_RECORD })
  async position(@Context() context: GraphqlContext): Promise<string> {
    return (await this.positions.of(userOf(context).tenant)).position.toString();
  }

  @ResolveField(() => BatchTotals, { description: 'What its claims come to.' })
  async totals(@Parent() { recorded }: Batch, @Context() context: GraphqlContext): Promise<BatchTotals> {
    const loaded = await this.claims.loadMany(context, claimsIn(recorded));
    const rows = loaded.filter(comesBefore);
    return {
      claims: rows.length,
      requested: sum(rows.map(({ requested }) => fen(BigInt(requested)))),
      determined: sum(rows.map(({ determined }) => fen(BigInt(determined ?? '0')))),
      payers: this.payersOf(rows),
    };
  }

  private payersOf(rows: readonly ClaimRow[]): BatchPayer[] {
    const lines = rows.flatMap((row) => row.lines).filter(({ state }) => state !== 'released');
    const payers = [...new Set(lines.map(({ payer }) => payer))].sort();
    const total = (of: readonly LineRow[]) => sum(of.map(({ amount }) => fen(BigInt(amount))));
    return payers.map((payer) => {
      const own = lines.filter((line) => line.payer === payer);
      return {
        payer: this.divisions.get(payer),
        amount: total(own),
        paid: total(own.filter(({ state }) => state === 'paid')),
      };
    });
  }
}

@Resolver(() => BatchEntry)
export class BatchEntryResolver {
  constructor(private readonly claims: ClaimsById) {}

  @ResolveField(() => Claim, { nullable: true, description: 'The claim; null where its record cannot be shown.' })
  async claim(@Parent() { id }: BatchEntry, @Context() context: GraphqlContext): Promise<Claim | null> {
    const row = await this.claims.load(context, id);
    return row === null ? null : toClaim(row);
  }
}

@Resolver(() => Claim)
export class BatchOfClaimResolver {
  constructor(
    private readonly claimFiles: ClaimFiles,
    private readonly files: BatchFiles,
    private readonly shown: ShownBatches,
  ) {}

  @ResolveField(() => Batch, {
    nullable: true,
    description: 'With which it goes to the collective decision, or was there (合批); null where it is in none.',
  })
  async batch(@Parent() { id }: Claim, @Context() context: GraphqlContext): Promise<Batch | null> {
    const named = (await this.claimFiles.load(context, id))?.claim.batch ?? null;
    const found = named === null ? null : await this.files.batch(context, named.id);
    const [batch] = found === null ? [] : await this.shown.shown(context, [found]);
    return batch ?? null;
  }
}
