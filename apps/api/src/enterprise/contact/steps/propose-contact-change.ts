import { invalidInput, parseRecordedUscc, unknownEnterprise, type Command as Requested } from '@duixian/casework';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { COMMAND_ID } from '../../../command/command-input.js';
import { CommandOrigin } from '../../../command/command-origin.js';
import type { Outcome } from '../../../command/outcome.js';
import type { GraphqlContext } from '../../../graphql/context.js';
import { ValueKind } from '../../../graphql/values/value-kind.js';
import { CurrentUser } from '../../../identity/current-user.js';
import { RequirePermission } from '../../../identity/require-permission.js';
import { EnterpriseAnswer, type EnterpriseOrRefusal } from '../../enterprise-answer.js';
import { EnterpriseProposalResult } from '../../enterprise-proposal.result.js';
import { checkContact, type ContactDetails } from '../contact-details.js';
import { ContactProposals } from '../contact-proposals.js';
import { ContactInput, contactOf } from '../contact.input.js';

@InputType({ description: 'Whom to call from now on (联系方式).' })
class ProposeContactChangeInput extends ContactInput {
  @Field(() => ID, { description: 'The enterprise.' })
  @ValueKind('uscc')
  uscc!: string;

  @Field(() => ID, {
    nullable: true,
    description: COMMAND_ID,
  })
  @ValueKind('uuid')
  commandId?: string | null;
}

class ProposeContactChangeCommand extends Command<Outcome> {
  constructor(
    readonly request: Requested & { readonly uscc: string },
    /** Apart from the request, so that not even a hash of it alone stays in the log. */
    readonly contact: ContactDetails,
  ) {
    super();
  }
}

@CommandHandler(ProposeContactChangeCommand)
export class ProposeContactChangeHandler implements ICommandHandler<ProposeContactChangeCommand> {
  constructor(private readonly proposals: ContactProposals) {}

  async execute({ request, contact }: ProposeContactChangeCommand): Promise<Outcome> {
    const code = parseRecordedUscc(request.uscc);
    if (!code.ok) return { ok: false, refusal: unknownEnterprise() };
    const checked = checkContact(contact);
    if ('problems' in checked) return { ok: false, refusal: invalidInput(checked.problems) };
    return this.proposals.propose({ ...request, uscc: code.uscc }, checked.contact);
  }
}

@Resolver()
export class ProposeContactChangeResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: EnterpriseAnswer,
  ) {}

  @Mutation(() => EnterpriseProposalResult, {
    description:
      "联系方式变更: a clerk of the enterprise's county proposes whom to call. Old and new go on record masked; the whole is kept outside the log.",
  })
  @RequirePermission('contact.change')
  async proposeContactChange(
    @Args('input', { description: 'Whom to call from now on (联系方式).' }) input: ProposeContactChangeInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<EnterpriseOrRefusal> {
    const request = { ...this.origin.of(input, user), uscc: input.uscc };
    const outcome = await this.bus.execute(new ProposeContactChangeCommand(request, contactOf(input)));
    return this.answer.to(context, input.uscc, outcome);
  }
}
