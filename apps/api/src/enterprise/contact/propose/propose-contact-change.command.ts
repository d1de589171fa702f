import type { Command as CommandOrigin } from '@duixian/casework';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../../command/outcome.js';
import type { ContactDetails } from '../contact-details.js';

export class ProposeContactChangeCommand extends Command<Outcome> {
  constructor(
    readonly request: CommandOrigin & { readonly uscc: string },
    /** Apart from the request, so that not even a hash of it alone stays in the log. */
    readonly contact: ContactDetails,
  ) {
    super();
  }
}
