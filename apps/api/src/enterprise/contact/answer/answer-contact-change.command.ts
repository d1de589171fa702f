import type { OnProposal } from '@duixian/registry';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../../command/outcome.js';

/** What somebody says of a proposed contact. */
export type ContactAnswer =
  { readonly kind: 'agree' } | { readonly kind: 'refuse'; readonly reason: string } | { readonly kind: 'withdraw' };

export class AnswerContactChangeCommand extends Command<Outcome> {
  constructor(readonly request: OnProposal & { readonly answer: ContactAnswer }) {
    super();
  }
}
