import type { RecordBankReturn } from '@duixian/treasury';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../command/outcome.js';

export class RecordBankReturnCommand extends Command<Outcome> {
  constructor(readonly request: RecordBankReturn) {
    super();
  }
}
