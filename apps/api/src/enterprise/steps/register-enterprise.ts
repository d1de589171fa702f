import {
  decideRegistration,
  invalidInput,
  parseUscc,
  refused,
  type CaseworkDecision,
  type FieldProblem,
  type RegisterEnterprise,
} from '@duixian/casework';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, createUnionType, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { commandIdOf } from '../../command/command-id.js';
import { CommandInput } from '../../command/command-input.js';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { Duplicate, InvalidInput, NotPermitted, TryAgain } from '../../graphql/refusal/refusal.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { Law } from '../../policy/law/law.js';
import { checkContact, type ContactDetails } from '../contact/contact-details.js';
import { ContactProposals } from '../contact/contact-proposals.js';
import { ContactInput, contactOf } from '../contact/contact.input.js';
import { EnterpriseAnswer, type EnterpriseOrRefusal } from '../enterprise-answer.js';
import { Enterprise } from '../read/enterprise.type.js';

@InputType({ description: 'The enterprise as its licence shows it (企业登记).' })
class RegisterEnterpriseInput extends CommandInput {
  @Field(() => ID, { description: 'Unified social credit code (统一社会信用代码).' })
  @ValueKind('uscc')
  uscc!: string;

  @Field({ description: 'As on the licence.' })
  @ValueKind('name')
  name!: string;

  @Field({ description: 'Code of the county or district, as in GB/T 2260.' })
  @ValueKind('division')
  division!: string;

  @Field(() => ContactInput, { nullable: true, description: 'Whom to call; null where nobody is named yet.' })
  contact?: ContactInput | null;
}

const RegisterEnterpriseResult = createUnionType({
  name: 'RegisterEnterpriseResult',
  description: 'The enterprise as it stands afterwards, or why nothing was recorded.',
  types: () => [Enterprise, InvalidInput, NotPermitted, Duplicate, TryAgain] as const,
});

export class RegisterEnterpriseCommand extends Command<Outcome> {
  constructor(
    readonly request: RegisterEnterprise,
    /** Apart from the request, so that not even a hash of it stays in the log. */
    readonly contact: ContactDetails | null,
  ) {
    super();
  }
}

@CommandHandler(RegisterEnterpriseCommand)
export class RegisterEnterpriseHandler implements ICommandHandler<RegisterEnterpriseCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly contacts: ContactProposals,
    private readonly law: Law,
  ) {}

  async execute({ request, contact }: RegisterEnterpriseCommand): Promise<Outcome> {
    const checked = contact === null ? { contact } : checkContact(contact, 'contact.');
    const problems = 'problems' in checked ? checked.problems : [];
    const outcome = await this.runner.run('registerEnterprise', request, async (records, command) => {
      const enterprise = await records.enterprise(command.uscc);
      return withProblems(decideRegistration({ command, enterprise, places: this.law.places }), problems);
    });
    if (!outcome.ok || !('contact' in checked)) return outcome;
    const saved = await this.save(request, checked.contact);
    return saved?.ok === true ? saved : outcome;
  }

  /** After the registration: should this fail, the same command sent again does what is left to do. */
  private async save(command: RegisterEnterprise, contact: ContactDetails | null): Promise<Outcome | null> {
    const code = parseUscc(command.uscc);
    if (!code.ok || contact === null) return null;
    const commandId = commandIdOf('contact of registration', command.commandId);
    const { tenant, actor, on } = command;
    return this.contacts.propose({ tenant, actor, on, uscc: code.uscc, commandId }, contact, 'first');
  }
}

/** The decision, unless the contact has problems: then all problems together. */
function withProblems(decision: CaseworkDecision, problems: readonly FieldProblem[]): CaseworkDecision {
  if (problems.length === 0) return decision;
  const others = !decision.ok && decision.refusal.code === 'INVALID_INPUT' ? decision.refusal.problems : [];
  return refused(invalidInput([...others, ...problems]));
}

@Resolver()
export class RegisterEnterpriseResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: EnterpriseAnswer,
  ) {}

  @Mutation(() => RegisterEnterpriseResult, {
    description: 'A clerk enters an enterprise under its unified social credit code.',
  })
  @RequirePermission('enterprise.register')
  async registerEnterprise(
    @Args('input', { description: 'The enterprise as its licence shows it (企业登记).' })
    input: RegisterEnterpriseInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<EnterpriseOrRefusal> {
    const { uscc, name, division, contact } = input;
    const request = { ...this.origin.of(input, user), uscc, name, division };
    const outcome = await this.bus.execute(
      new RegisterEnterpriseCommand(request, contact == null ? null : contactOf(contact)),
    );
    return this.answer.to(context, uscc, outcome);
  }
}
