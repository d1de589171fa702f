import type { Bilingual } from '@duixian/policy';
import type { Command } from '../common/actor.js';
import type { PayRule } from './round-event.js';

/** A round as typed in. */
export interface OpenRound extends Command {
  readonly policy: string;
  readonly number: string;
  readonly name: Bilingual;
  readonly clauses: readonly string[];
  readonly opens: string;
  readonly closes: string;
  readonly occurredFrom: string;
  readonly occurredTo: string;
  readonly pays: PayRule;
}

export interface ExtendRound extends Command {
  readonly policy: string;
  readonly number: string;
  readonly closes: string;
  readonly reason: string;
}

export interface AnswerRound extends Command {
  readonly policy: string;
  readonly proposal: string;
  readonly answer:
    { readonly kind: 'agree' } | { readonly kind: 'refuse'; readonly reason: string } | { readonly kind: 'withdraw' };
}
