import { invalidInput } from '@duixian/casework';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Outcome } from '../../../command/outcome.js';
import { ContactChanges } from '../contact-changes.js';
import { checkContact } from '../contact-details.js';
import { UpdateContactCommand } from './update-contact.command.js';

@CommandHandler(UpdateContactCommand)
export class UpdateContactHandler implements ICommandHandler<UpdateContactCommand> {
  constructor(private readonly changes: ContactChanges) {}

  async execute({ request, contact }: UpdateContactCommand): Promise<Outcome> {
    const checked = checkContact(contact);
    if ('problems' in checked) return { ok: false, refusal: invalidInput(checked.problems) };
    return this.changes.change(request, checked.contact);
  }
}
