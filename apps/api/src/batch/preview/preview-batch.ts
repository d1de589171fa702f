import { randomUUID } from 'node:crypto';
import {
  batchOfficeRefusal,
  BATCH_CLAIMS_MAX,
  gatherRefusal,
  minutedRefusal,
  splitRefusal,
  type Batch,
  claimNotFound,
  unknownBatch,
  type AskedClaim,
  type Command,
  type GatherClaims,
  type MinuteBatch,
  type Refusal as Refused,
} from '@duixian/casework';
import { EventStore } from '@duixian/event-store';
import { Args, Field, ID, InputType, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import { Records } from '../../command/records.js';
import { enumOf, wordsOf } from '../../graphql/enum-of.js';
import { Refusal } from '../../graphql/refusal/refusal.js';
import { toRefusal } from '../../graphql/refusal/to-refusal.js';
import { badArguments } from '../../graphql/values/bad-arguments.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { Law } from '../../policy/law/law.js';
import { askedClaims, batchOf } from '../batch-records.js';
import { MinutesDecision } from '../steps/minutes-decision.js';

const BATCH_CHANGES = ['gather', 'split-out', 'minute'] as const;
type BatchChange = (typeof BATCH_CHANGES)[number];
const BatchChangeEnum = enumOf(BATCH_CHANGES);
registerEnumType(BatchChangeEnum, {
  name: 'BatchChange',
  description: 'What can be done to a batch.',
  valuesMap: wordsOf({
    gather: { zh: '合批', en: 'put claims into it' },
    'split-out': { zh: '拆出', en: 'split claims out' },
    minute: { zh: '登记会议纪要', en: 'record the minutes' },
  }),
});

@InputType({ description: 'What would be done to a batch.' })
class PreviewBatchInput {
  @Field(() => BatchChangeEnum, { description: 'What.' })
  change!: BatchChange;

  @Field(() => ID, { nullable: true, description: 'The batch; left out: a new one, into which claims are put.' })
  @ValueKind('reference')
  batch?: string | null;

  @Field(() => [ID], {
    defaultValue: [],
    description: `Numbers of the claims, ${BATCH_CLAIMS_MAX} at most; none for the minutes, which are about all that are in it.`,
  })
  @ValueKind('reference')
  claims!: string[];
}

@ObjectType({ description: 'What would become of one claim.' })
class BatchPreviewItem {
  @Field(() => ID, { description: "The claim's number." })
  claim!: string;

  @Field(() => Refusal, { nullable: true, description: 'What stands in its way; null where nothing does.' })
  refusal!: Refusal | null;
}

@ObjectType({ description: 'What would become of a change of a batch as things stand. Nothing is recorded.' })
class BatchPreview {
  @Field(() => Refusal, { nullable: true, description: 'Why nothing could be done at all; null where you may.' })
  refusal!: Refusal | null;

  @Field(() => [BatchPreviewItem], { description: 'Claim by claim.' })
  items!: BatchPreviewItem[];
}

interface Looked {
  readonly refusal: Refused | null;
  readonly items: readonly { readonly claim: string; readonly refusal: Refused | null }[];
}

@Resolver()
export class PreviewBatchResolver {
  constructor(
    private readonly store: EventStore,
    private readonly origin: CommandOrigin,
    private readonly law: Law,
    private readonly minutes: MinutesDecision,
  ) {}

  @Query(() => BatchPreview, {
    description:
      'Who may put claims into a batch, split them out or record its minutes, and what stands in the way of each.',
  })
  @RequirePermission('batch.change')
  async previewBatch(
    @Args('input', { description: 'What would be done.' }) input: PreviewBatchInput,
    @CurrentUser() user: CurrentUser,
  ): Promise<BatchPreview> {
    const claims = [...new Set(input.claims)];
    if (claims.length > BATCH_CLAIMS_MAX) throw badArguments([tooMany()]);
    const command = { ...this.origin.of({ commandId: randomUUID() }, user), claims, batch: input.batch ?? null };
    const records = new Records(this.store, user.tenant);
    const batch = command.batch === null ? null : await batchOf(records, command.batch);
    const looked = await this.look(records, { change: input.change, command, batch });
    return {
      refusal: looked.refusal && toRefusal(looked.refusal),
      items: looked.items.map(({ claim, refusal }) => ({ claim, refusal: refusal && toRefusal(refusal) })),
    };
  }

  private async look(
    records: Records,
    { change, command, batch }: { change: BatchChange; command: Omit<GatherClaims, 'name'>; batch: Batch | null },
  ): Promise<Looked> {
    if (batch === null && (change !== 'gather' || command.batch !== null))
      return { refusal: unknownBatch(), items: [] };
    const [asked, recusals] = await Promise.all([
      askedClaims(records, command.claims),
      records.recusalsOf(command.actor.userId),
    ]);
    const id = batch?.measure ?? asked.find(({ claim }) => claim !== null)?.claim?.measure;
    const measure = id === undefined ? undefined : this.law.known.measure(id);
    if (measure === undefined)
      return { refusal: null, items: asked.map(({ id: claim }) => ({ claim, refusal: claimNotFound() })) };
    const refusal = batchOfficeRefusal(measure, command.actor) ?? (batch === null ? null : minutedRefusal(batch));
    if (batch !== null && change === 'minute')
      return { refusal, items: await this.lookAtMinutes(records, command, batch) };
    const context = { actor: command.actor, recusals };
    const why = (each: AskedClaim) =>
      batch !== null && change === 'split-out'
        ? splitRefusal(each, batch, recusals)
        : gatherRefusal(each, measure, context);
    return { refusal, items: asked.map((each) => ({ claim: each.id, refusal: why(each) })) };
  }

  /** With words that nothing is wrong with: what stands in the way is the claims' own. */
  private async lookAtMinutes(
    records: Records,
    { commandId, tenant, actor, on }: Command,
    batch: Batch,
  ): Promise<Looked['items']> {
    const paper = { number: '-', on, by: ['-'] };
    const command: MinuteBatch = { commandId, tenant, actor, on, batch: batch.id, opinion: '-', paper };
    const decided = await this.minutes.claims(records, command, batch);
    return decided.map(({ claim, decision }) => ({ claim, refusal: decision.ok ? null : decision.refusal }));
  }
}

function tooMany() {
  return {
    field: 'input.claims',
    message: {
      zh: `一批最多${BATCH_CLAIMS_MAX}件，请少选一些，或分成几批。`,
      en: `A batch has ${BATCH_CLAIMS_MAX} claims at most: choose fewer, or make several batches.`,
    },
  };
}
