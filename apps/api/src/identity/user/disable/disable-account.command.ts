import type { DisableAccount } from '@duixian/office';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../../command/outcome.js';

export class DisableAccountCommand extends Command<Outcome> {
  constructor(
    readonly request: DisableAccount,
    /** From where; a repeat from elsewhere is the same request. */
    readonly address: string | null,
  ) {
    super();
  }
}
