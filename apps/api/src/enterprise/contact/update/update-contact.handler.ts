import { invalidInput, lastDivision, liesIn, refusal, unknownEnterprise, type Refusal } from '@duixian/casework';
import { EventStore } from '@duixian/event-store';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { notInTheLog, type Outcome } from '../../../command/outcome.js';
import { Records } from '../../../command/records.js';
import { checkContact } from '../contact-details.js';
import { ContactStore } from '../contact-store.js';
import { UpdateContactCommand } from './update-contact.command.js';

/** A contact is not in the log, so that nothing is decided over again: the last one who writes it is right. */
@CommandHandler(UpdateContactCommand)
export class UpdateContactHandler implements ICommandHandler<UpdateContactCommand> {
  constructor(
    private readonly store: EventStore,
    private readonly contacts: ContactStore,
  ) {}

  async execute({ tenant, actor, uscc, contact }: UpdateContactCommand): Promise<Outcome> {
    const enterprise = await new Records(this.store, tenant).enterprise(uscc);
    if (enterprise === null) return { ok: false, refusal: unknownEnterprise() };
    const checked = checkContact(contact);
    if ('problems' in checked) return { ok: false, refusal: invalidInput(checked.problems) };
    const division = lastDivision(enterprise);
    if (!liesIn(division, actor.division)) return { ok: false, refusal: notYourOffice(division) };
    await this.contacts.save(tenant, enterprise.uscc, checked.contact);
    return notInTheLog;
  }
}

function notYourOffice(division: string): Refusal {
  return refusal('NOT_YOUR_OFFICE', {
    zh: `企业现属${division}，联系方式由当地窗口维护，请转交其办理。`,
    en: `The enterprise belongs to ${division} now: its contact is kept by the window there, pass it on to that office.`,
  });
}
