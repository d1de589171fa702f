import type { GiveNotice } from '@duixian/registry';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../../command/outcome.js';

export class GiveContactNoticeCommand extends Command<Outcome> {
  constructor(readonly request: GiveNotice) {
    super();
  }
}
