import type { AgreeToAccountChange, RefuseAccountChange } from '@duixian/office';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../../command/outcome.js';

/** What is said of a proposal: agreed to, refused, or taken back. */
export type Answering =
  | { readonly kind: 'agree'; readonly request: AgreeToAccountChange }
  | { readonly kind: 'refuse'; readonly request: RefuseAccountChange }
  | { readonly kind: 'withdraw'; readonly request: AgreeToAccountChange };

export class AnswerProposalCommand extends Command<Outcome> {
  constructor(
    readonly answering: Answering,
    /** From where; a repeat from elsewhere is the same request. */
    readonly address: string | null,
  ) {
    super();
  }
}
