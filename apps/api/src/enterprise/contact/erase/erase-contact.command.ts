import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../../command/outcome.js';

export class EraseContactCommand extends Command<Outcome> {
  constructor(
    readonly tenant: string,
    readonly uscc: string,
  ) {
    super();
  }
}
