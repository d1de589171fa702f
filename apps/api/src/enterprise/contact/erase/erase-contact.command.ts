import type { EraseContact } from '@duixian/registry';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../../command/outcome.js';

export class EraseContactCommand extends Command<Outcome> {
  constructor(readonly request: EraseContact) {
    super();
  }
}
