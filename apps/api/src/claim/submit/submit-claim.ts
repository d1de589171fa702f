import { decideSubmission, type SubmitClaim } from '@duixian/casework';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, createUnionType, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { GraphqlContext } from '../../graphql/context.js';
import {
  Duplicate,
  InvalidInput,
  NotAllowedNow,
  NotFound,
  NotPermitted,
  TryAgain,
} from '../../graphql/refusal/refusal.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { Law, policyOf } from '../../policy/law/law.js';
import { VersionUse } from '../../policy/law/version-use.js';
import { ClaimAnswer, type ClaimOrRefusal } from '../claim-answer.js';
import { Claim } from '../read/claim.type.js';
import { ApplicationInput } from './application.input.js';
import { newClaimNumber } from './claim-number.js';
import { parseApplication } from './parse-application.js';

@InputType({ description: 'What the enterprise states (申报).' })
class SubmitClaimInput extends ApplicationInput {
  @Field(() => ID, { description: 'The enterprise.' })
  @ValueKind('uscc')
  uscc!: string;

  @Field(() => ID, { description: 'Id of the measure.' })
  @ValueKind('reference')
  measure!: string;

  @Field(() => Int, { description: 'Programme year.' })
  @ValueKind('whole')
  year!: number;
}

const SubmitClaimResult = createUnionType({
  name: 'SubmitClaimResult',
  description: 'The claim as it stands afterwards, or why nothing was recorded.',
  types: () => [Claim, InvalidInput, NotAllowedNow, NotFound, NotPermitted, Duplicate, TryAgain] as const,
});

export class SubmitClaimCommand extends Command<Outcome> {
  constructor(readonly request: SubmitClaim) {
    super();
  }
}

@CommandHandler(SubmitClaimCommand)
export class SubmitClaimHandler implements ICommandHandler<SubmitClaimCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
    private readonly use: VersionUse,
  ) {}

  execute({ request }: SubmitClaimCommand): Promise<Outcome> {
    return this.runner.run('submitClaim', request, async (records, command) => {
      const claim = await records.claim(command.claim);
      const [enterprise, rounds] = await Promise.all([
        records.enterprise(command.uscc),
        records.rounds(policyOf(command.measure)),
      ]);
      const catalogue = this.law.on(command.tenant, command.occurredOn);
      const byItsVersions = this.use.of(records, command, catalogue);
      const { closed, known } = this.law;
      const sellersOnRecord = await records.sellersOnRecord(command.evidence);
      const entries = await records.entriesNamed(command, command.uscc);
      const context = { catalogue, closed, known, sellersOnRecord, entries, rounds };
      return byItsVersions(decideSubmission({ command, claim, enterprise, ...context }));
    });
  }
}

@Resolver()
export class SubmitClaimResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: ClaimAnswer,
    private readonly law: Law,
  ) {}

  @Mutation(() => SubmitClaimResult, { description: '申报: the window enters what an enterprise states.' })
  @RequirePermission('claim.submit')
  async submitClaim(
    @Args('input', { description: 'What the enterprise states (申报).' }) input: SubmitClaimInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<ClaimOrRefusal> {
    const { uscc, measure, year } = input;
    const origin = this.origin.of(input, user);
    const claim = newClaimNumber(origin, this.law.known.measure(measure), year);
    const request = { ...origin, claim, uscc, measure, year, ...parseApplication(input) };
    const outcome = await this.bus.execute(new SubmitClaimCommand(request));
    return this.answer.to(context, claim, outcome);
  }
}
