import type { RegisterEnterprise } from '@duixian/casework';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../command/outcome.js';
import type { ContactDetails } from '../contact/contact-details.js';

export class RegisterEnterpriseCommand extends Command<Outcome> {
  constructor(
    readonly request: RegisterEnterprise,
    /** Apart from the request, so that not even a hash of it stays in the log. */
    readonly contact: ContactDetails | null,
  ) {
    super();
  }
}
