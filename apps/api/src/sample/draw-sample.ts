import { hash, randomBytes } from 'node:crypto';
import { decideDraw, findRound, policyOfRound, refusal, type Claim, type DrawSample } from '@duixian/casework';
import { EventStore } from '@duixian/event-store';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, createUnionType, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { unlessUnreadable } from '../claim/bulk/unless-unreadable.js';
import { Answer } from '../command/answer.js';
import { CommandInput } from '../command/command-input.js';
import { CommandOrigin } from '../command/command-origin.js';
import { CommandRunner } from '../command/command-runner.js';
import type { Outcome } from '../command/outcome.js';
import type { Records } from '../command/records.js';
import type { GraphqlContext } from '../graphql/context.js';
import {
  InvalidInput,
  NotAllowedNow,
  NotFound,
  NotPermitted,
  TryAgain,
  type Refusal,
} from '../graphql/refusal/refusal.js';
import { ValueKind } from '../graphql/values/value-kind.js';
import { CurrentUser } from '../identity/current-user.js';
import { RequirePermission } from '../identity/require-permission.js';
import { Law, policyOf } from '../policy/law/law.js';
import { Sample } from './sample.type.js';
import { Samples } from './samples.js';
import { WaitingClaims } from './waiting-claims.js';

const RANDOM_BYTES = 32;
/** How often the tables are asked again since claims went on meanwhile. */
const LOOKS_MAX = 5;
/** Of a log without events; a draw is never the first. */
const NO_LINK = '0'.repeat(64);

@InputType({ description: 'Among which claims is drawn (抽取复审样本).' })
class DrawSampleInput extends CommandInput {
  @Field(() => ID, { description: 'Id of the measure.' })
  @ValueKind('reference')
  measure!: string;

  @Field(() => ID, { nullable: true, description: 'Id of the round, which has closed; left out: claims without one.' })
  @ValueKind('reference')
  round?: string | null;
}

const DrawSampleResult = createUnionType({
  name: 'DrawSampleResult',
  description: 'The draw, or why nothing was recorded.',
  types: () => [Sample, InvalidInput, NotFound, NotAllowedNow, NotPermitted, TryAgain] as const,
});

export class DrawSampleCommand extends Command<Outcome> {
  constructor(readonly request: DrawSample) {
    super();
  }
}

@CommandHandler(DrawSampleCommand)
export class DrawSampleHandler implements ICommandHandler<DrawSampleCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly store: EventStore,
    private readonly law: Law,
    private readonly waiting: WaitingClaims,
  ) {}

  execute({ request }: DrawSampleCommand): Promise<Outcome> {
    return this.runner.run('drawSample', request, (records, command) => this.decide(records, command));
  }

  private async decide(records: Records, command: DrawSample) {
    const { tenant, round: id, measure } = command;
    const waiting = await this.found(records, command);
    if (waiting === null) return { ok: false, refusal: goesOn() } as const;
    const policy = id === null ? null : policyOfRound(id);
    const round = id === null || policy === null ? null : findRound(await records.rounds(policy), id);
    const found = this.law.known.measure(measure);
    const head = await this.store.chainHead(tenant);
    return decideDraw({
      command,
      measure: found?.policy.tenant === tenant ? found : null,
      round,
      ...waiting,
      chance: {
        random: randomBytes(RANDOM_BYTES).toString('hex'),
        position: (head?.position ?? 0n).toString(),
        link: head?.link ?? NO_LINK,
      },
      sha256: (text) => hash('sha256', text),
    });
  }

  /**
   * The claims are read from the log, so that the append demands that each is as it was: none is drawn for twice. One that went
   * on after the tables were asked stands in the list of their position and not among these: then they are asked again. One
   * whose record nobody can read waits until it can be, and holds up no other.
   */
  private async found(records: Records, command: DrawSample) {
    for (let looks = 0; looks < LOOKS_MAX; looks += 1) {
      const { claims, ended, at } = await this.waiting.of(command.tenant, command);
      const read = await this.readable(records, claims);
      if (claims.some((claim) => (records.claimChangedAt(claim) ?? 0n) > at)) continue;
      return { claims: read, ended: await this.readable(records, ended), at: at.toString() };
    }
    return null;
  }

  private async readable(records: Records, ids: readonly string[]): Promise<Claim[]> {
    const read = await Promise.all(ids.map((id) => unlessUnreadable(records.claim(id))));
    return read.flatMap((claim) => (claim === null || 'refusal' in claim ? [] : [claim]));
  }
}

function goesOn() {
  return refusal('TRY_AGAIN', {
    zh: '申报件正在变动，暂时不能抽取，请稍后再试。',
    en: 'Claims are going on at this moment: draw again shortly.',
  });
}

@Resolver()
export class DrawSampleResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: Answer,
    private readonly samples: Samples,
  ) {}

  @Mutation(() => DrawSampleResult, {
    description:
      '抽取复审样本: the lead department draws once among the claims that wait for it. The seed is nobody’s to choose, and stands with both lists in the event.',
  })
  @RequirePermission('sample.draw')
  async drawSample(
    @Args('input', { description: 'Among which claims.' }) input: DrawSampleInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<Sample | Refusal> {
    const request = { ...this.origin.of(input, user), measure: input.measure, round: input.round ?? null };
    const outcome = await this.bus.execute(new DrawSampleCommand(request));
    return this.answer.to(context, outcome, async () => {
      const drawn = await this.samples.load(context, policyOf(input.measure));
      return drawn?.find(({ id }) => id === request.commandId) ?? null;
    });
  }
}
