import { decideResubmission, type ResubmitClaim } from '@duixian/casework';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, createUnionType, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain } from '../../graphql/refusal/refusal.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { Law } from '../../policy/law/law.js';
import { VersionUse } from '../../policy/law/version-use.js';
import { ClaimAnswer, type ClaimOrRefusal } from '../claim-answer.js';
import { Claim } from '../read/claim.type.js';
import { ApplicationInput } from '../submit/application.input.js';
import { parseApplication } from '../submit/parse-application.js';

@InputType({ description: 'What the returned claim states anew (重新申报).' })
class ResubmitClaimInput extends ApplicationInput {
  @Field(() => ID, { description: "The claim's number." })
  @ValueKind('reference')
  claim!: string;
}

const ResubmitClaimResult = createUnionType({
  name: 'ResubmitClaimResult',
  description: 'The claim as it stands afterwards, or why nothing was recorded.',
  types: () => [Claim, InvalidInput, NotFound, NotAllowedNow, NotPermitted, TryAgain] as const,
});

export class ResubmitClaimCommand extends Command<Outcome> {
  constructor(readonly request: ResubmitClaim) {
    super();
  }
}

@CommandHandler(ResubmitClaimCommand)
export class ResubmitClaimHandler implements ICommandHandler<ResubmitClaimCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
    private readonly use: VersionUse,
  ) {}

  execute({ request }: ResubmitClaimCommand): Promise<Outcome> {
    return this.runner.run('resubmitClaim', request, async (records, command) => {
      const claim = await records.claim(command.claim);
      const enterprise = claim === null ? null : await records.enterprise(claim.uscc);
      const matter = claim === null ? null : { ...claim, occurredOn: command.occurredOn };
      const catalogue = this.law.ofClaim(command.tenant, matter);
      const sellersOnRecord = await records.sellersOnRecord(command.evidence);
      const entries = await records.entriesNamed(command, claim?.uscc ?? '');
      return this.use.bind(
        { records, command, catalogue },
        decideResubmission({ command, claim, enterprise, catalogue, sellersOnRecord, entries }),
      );
    });
  }
}

@Resolver()
export class ResubmitClaimResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: ClaimAnswer,
  ) {}

  @Mutation(() => ResubmitClaimResult, {
    description: '重新申报: a returned claim is stated anew under the same number.',
  })
  @RequirePermission('claim.submit')
  async resubmitClaim(
    @Args('input', { description: 'What the returned claim states anew (重新申报).' }) input: ResubmitClaimInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<ClaimOrRefusal> {
    const request = { ...this.origin.of(input, user), claim: input.claim, ...parseApplication(input) };
    const outcome = await this.bus.execute(new ResubmitClaimCommand(request));
    return this.answer.to(context, request.claim, outcome);
  }
}
