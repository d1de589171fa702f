import { invalidInput, parseUscc, unknownEnterprise } from '@duixian/casework';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Outcome } from '../../../command/outcome.js';
import { checkContact } from '../contact-details.js';
import { ContactProposals } from '../contact-proposals.js';
import { ProposeContactChangeCommand } from './propose-contact-change.command.js';

@CommandHandler(ProposeContactChangeCommand)
export class ProposeContactChangeHandler implements ICommandHandler<ProposeContactChangeCommand> {
  constructor(private readonly proposals: ContactProposals) {}

  async execute({ request, contact }: ProposeContactChangeCommand): Promise<Outcome> {
    const code = parseUscc(request.uscc);
    if (!code.ok) return { ok: false, refusal: unknownEnterprise() };
    const checked = checkContact(contact);
    if ('problems' in checked) return { ok: false, refusal: invalidInput(checked.problems) };
    return this.proposals.propose({ ...request, uscc: code.uscc }, checked.contact);
  }
}
