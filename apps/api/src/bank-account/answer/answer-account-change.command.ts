import type { OnProposal } from '@duixian/registry';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../command/outcome.js';

/** What somebody says of a proposed account. */
export type AccountAnswer =
  { readonly kind: 'agree' } | { readonly kind: 'refuse'; readonly reason: string } | { readonly kind: 'withdraw' };

export class AnswerAccountChangeCommand extends Command<Outcome> {
  constructor(readonly request: OnProposal & { readonly answer: AccountAnswer }) {
    super();
  }
}
