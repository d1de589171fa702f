import { decideReview, type ReviewClaim } from '@duixian/casework';
import type { Fen } from '@duixian/money';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, createUnionType, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { GraphqlContext } from '../../graphql/context.js';
import {
  EvidenceContested,
  InvalidInput,
  NotAllowedNow,
  NotFound,
  NotPermitted,
  TryAgain,
} from '../../graphql/refusal/refusal.js';
import { Money } from '../../graphql/scalars/money.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { Law } from '../../policy/law/law.js';
import { ClaimAnswer, type ClaimOrRefusal } from '../claim-answer.js';
import { ClaimCommandInput } from '../claim-command.input.js';
import { Claim } from '../read/claim.type.js';
import { AlikeInName } from '../similar/alike-in-name.js';

@InputType({ description: 'Why claims whose subjects have almost the same name are other matters.' })
class DistinctionInput {
  @Field(() => [ID], { description: 'Numbers of the claims that were compared; see `Claim.nearSubjects`.' })
  @ValueKind('reference')
  claims!: string[];

  @Field({ description: 'Goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  reason!: string;
}

@InputType({ description: 'What the lead department says of the claim (审核).' })
class ReviewClaimInput extends ClaimCommandInput {
  @Field({ description: 'Goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  opinion!: string;

  @Field(() => Money, { nullable: true, description: 'Where the measure leaves the amount to the lead department.' })
  agreedAmount?: Fen | null;

  @Field(() => DistinctionInput, {
    nullable: true,
    description: 'Where other claims have almost the same subject: the word on each of them.',
  })
  distinction?: DistinctionInput | null;
}

const ReviewClaimResult = createUnionType({
  name: 'ReviewClaimResult',
  description: 'The claim as it stands afterwards, or why nothing was recorded.',
  types: () => [Claim, InvalidInput, NotFound, NotAllowedNow, NotPermitted, EvidenceContested, TryAgain] as const,
});

export class ReviewClaimCommand extends Command<Outcome> {
  constructor(readonly request: ReviewClaim) {
    super();
  }
}

@CommandHandler(ReviewClaimCommand)
export class ReviewClaimHandler implements ICommandHandler<ReviewClaimCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
    private readonly alike: AlikeInName,
  ) {}

  execute({ request }: ReviewClaimCommand): Promise<Outcome> {
    return this.runner.run('reviewClaim', request, async (records, command) => {
      const claim = await records.claim(command.claim);
      const catalogue = this.law.ofClaim(command.tenant, claim);
      const [evidence, others, lists] = await Promise.all([
        records.evidence(claim, catalogue),
        this.alike.besides(records, claim),
        records.listsOf(claim),
      ]);
      return decideReview({ command, claim, evidence, others, catalogue, lists });
    });
  }
}

@Resolver()
export class ReviewClaimResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: ClaimAnswer,
  ) {}

  @Mutation(() => ReviewClaimResult, { description: '审核: the lead department agrees.' })
  @RequirePermission('claim.review')
  async reviewClaim(
    @Args('input', { description: 'What the lead department says of the claim (审核).' }) input: ReviewClaimInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<ClaimOrRefusal> {
    const request = {
      ...this.origin.of(input, user),
      claim: input.claim,
      opinion: input.opinion,
      agreedAmount: input.agreedAmount ?? null,
      distinction: input.distinction ?? null,
    };
    const outcome = await this.bus.execute(new ReviewClaimCommand(request));
    return this.answer.to(context, request.claim, outcome);
  }
}
