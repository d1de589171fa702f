import { type AboutProposal, type ForEachSaid, type Proposed, answersTo } from '@duixian/casework/proposals';
import { type CommandDocument, command } from '../api/command.js';
import type { GraphQlDocument } from '../api/graphql.js';
import type { Bilingual } from '../api/fragments.js';
import { useBilingual } from '../i18n/locale.js';

/** The mutations that answer proposals of a kind. */
export interface AnswerCommands<Kind extends Proposed, Value> {
  readonly kind: Kind;
  readonly agree: CommandDocument<AboutProposal<Kind>, Value>;
  readonly refuse: CommandDocument<AboutProposal<Kind> & { readonly reason: string }, Value>;
  readonly withdraw: CommandDocument<AboutProposal<Kind>, Value>;
}

/** @param changed what is read of that which was answered. */
export function answerCommands<Kind extends Proposed, Value>(
  kind: Kind,
  changed: GraphQlDocument<never, Value>,
): AnswerCommands<Kind, Value> {
  const { mutations, inputs } = answersTo(kind);
  return {
    kind,
    agree: command(mutations.agree, changed, inputs.agree),
    refuse: command(mutations.refuse, changed, inputs.refuse),
    withdraw: command(mutations.withdraw, changed, inputs.withdraw),
  };
}

/** What the answers to proposals of a kind are called, what each brings about, and what is said once it is on record. */
export function useAnswerWords(kind: Proposed): Readonly<Record<'labels' | 'says' | 'done', ForEachSaid<string>>> {
  const bilingual = useBilingual();
  const { labels, says, done } = answersTo(kind);
  const inOne = ({ agree, refuse, withdraw }: ForEachSaid<Bilingual>) => ({
    agree: bilingual(agree),
    refuse: bilingual(refuse),
    withdraw: bilingual(withdraw),
  });
  return { labels: inOne(labels), says: inOne(says), done: inOne(done) };
}
