import type { ProposeAccountChange } from '@duixian/office';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../../command/outcome.js';

export class ProposeChangeCommand extends Command<Outcome> {
  constructor(
    readonly request: ProposeAccountChange,
    /** From where it is proposed; a repeat from elsewhere is the same request. */
    readonly address: string | null,
  ) {
    super();
  }
}
