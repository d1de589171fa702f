import {
  decideRegistration,
  invalidInput,
  parseUscc,
  refused,
  type CaseworkDecision,
  type FieldProblem,
  type RegisterEnterprise,
} from '@duixian/casework';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { checkContact, type ContactDetails } from '../contact/contact-details.js';
import { ContactProposals } from '../contact/contact-proposals.js';
import { commandIdOf } from '../../command/command-id.js';
import { RegisterEnterpriseCommand } from './register-enterprise.command.js';
import { Law } from '../../policy/law/law.js';

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
