import { unknownEnterprise } from '@duixian/casework';
import { EventStore } from '@duixian/event-store';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { notInTheLog, type Outcome } from '../../../command/outcome.js';
import { Records } from '../../../command/records.js';
import { ContactStore } from '../contact-store.js';
import { EraseContactCommand } from './erase-contact.command.js';

@CommandHandler(EraseContactCommand)
export class EraseContactHandler implements ICommandHandler<EraseContactCommand> {
  constructor(
    private readonly store: EventStore,
    private readonly contacts: ContactStore,
  ) {}

  async execute({ tenant, uscc }: EraseContactCommand): Promise<Outcome> {
    const enterprise = await new Records(this.store, tenant).enterprise(uscc);
    if (enterprise === null) return { ok: false, refusal: unknownEnterprise() };
    await this.contacts.erase(tenant, enterprise.uscc);
    return notInTheLog;
  }
}
