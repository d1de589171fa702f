import {
  decideRegistration,
  invalidInput,
  parseUscc,
  refused,
  type CaseworkDecision,
  type FieldProblem,
} from '@duixian/casework';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { checkContact, type ContactDetails } from '../contact/contact-details.js';
import { ContactStore } from '../contact/contact-store.js';
import { RegisterEnterpriseCommand } from './register-enterprise.command.js';

@CommandHandler(RegisterEnterpriseCommand)
export class RegisterEnterpriseHandler implements ICommandHandler<RegisterEnterpriseCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly contacts: ContactStore,
  ) {}

  async execute({ request: command, contact }: RegisterEnterpriseCommand): Promise<Outcome> {
    const checked = contact === null ? { contact } : checkContact(contact, 'contact.');
    const problems = 'problems' in checked ? checked.problems : [];
    const outcome = await this.runner.run('registerEnterprise', command, async (records) => {
      const enterprise = await records.enterprise(command.uscc);
      return withProblems(decideRegistration({ command, enterprise }), problems);
    });
    if (outcome.ok && 'contact' in checked) await this.save(command.tenant, command.uscc, checked.contact);
    return outcome;
  }

  /** After the registration: should this fail, the same command sent again does what is left to do. */
  private async save(tenant: string, text: string, contact: ContactDetails | null): Promise<void> {
    const code = parseUscc(text);
    if (code.ok && contact !== null) await this.contacts.saveFirst(tenant, code.uscc, contact);
  }
}

/** The decision, unless the contact has problems: then all problems together. */
function withProblems(decision: CaseworkDecision, problems: readonly FieldProblem[]): CaseworkDecision {
  if (problems.length === 0) return decision;
  const others = !decision.ok && decision.refusal.code === 'INVALID_INPUT' ? decision.refusal.problems : [];
  return refused(invalidInput([...others, ...problems]));
}
