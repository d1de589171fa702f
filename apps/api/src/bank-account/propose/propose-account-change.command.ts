import type { Command as CommandOrigin } from '@duixian/casework';
import type { StatedAccount } from '@duixian/registry';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../command/outcome.js';

export class ProposeAccountChangeCommand extends Command<Outcome> {
  constructor(
    readonly request: CommandOrigin & { readonly uscc: string },
    /** Apart from the request, so that not even a hash of the number alone stays in the log. */
    readonly account: StatedAccount,
  ) {
    super();
  }
}
