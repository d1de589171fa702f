import type { Actor } from '@duixian/casework';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../../command/outcome.js';
import type { ContactDetails } from '../contact-details.js';

export class UpdateContactCommand extends Command<Outcome> {
  constructor(
    readonly tenant: string,
    readonly actor: Actor,
    readonly uscc: string,
    readonly contact: ContactDetails,
  ) {
    super();
  }
}
