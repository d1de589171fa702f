import type { Bilingual } from '@duixian/policy';
import type { Command } from '../common/actor.js';
import { ADMINISTRATORS_PROPOSALS } from './administrators-proposals.js';
import { ENTERPRISE_PROPOSALS } from './enterprise-proposals.js';
import { LIST_PROPOSALS } from './list-proposals.js';
import { DONE, LABELS, type ForEachSaid, type ProposalMatter, type Said } from './proposal-matter.js';

export type { ForEachSaid, NamedBy, ProposalMatter, Said } from './proposal-matter.js';

/** Whatever one person proposes and another has to agree to, beside what is proposed of a claim. */
export const PROPOSALS = { ...ENTERPRISE_PROPOSALS, ...LIST_PROPOSALS, ...ADMINISTRATORS_PROPOSALS };

export type Proposed = keyof typeof PROPOSALS;
/** A type of each kind alone: of a union only what all have could be read. */
type Permitted<Matter> = Matter extends ProposalMatter
  ? Extract<Matter['permission'] | Matter['refusing'] | Matter['withdrawing'], string>
  : never;
type AnswerPermission = Permitted<(typeof PROPOSALS)[Proposed]>;
type NameOf<Which extends 'mutations' | 'inputs'> = (typeof PROPOSALS)[Proposed][Which][Said];

/** What is said, with the reason of a refusal. */
export type SpokenAnswer =
  { readonly kind: 'agree' } | { readonly kind: 'refuse'; readonly reason: string } | { readonly kind: 'withdraw' };

/** By what a proposal is named. */
export type AboutProposal<Kind extends Proposed> = Readonly<Record<keyof (typeof PROPOSALS)[Kind]['about'], string>>;

/** What is sent to answer a proposal. */
export type AnswerTo<Kind extends Proposed> = Command & AboutProposal<Kind> & { readonly answer: SpokenAnswer };

interface KnownMatter extends ProposalMatter {
  readonly mutations: ForEachSaid<NameOf<'mutations'>>;
  readonly inputs: ForEachSaid<NameOf<'inputs'>>;
  readonly permission: AnswerPermission;
  readonly refusing?: AnswerPermission;
  readonly withdrawing?: AnswerPermission;
}

const MATTERS: Readonly<Record<Proposed, KnownMatter>> = PROPOSALS;

/** Words and permissions of the answers to proposals of a kind. */
export function answersTo(kind: Proposed): Omit<KnownMatter, 'labels' | 'done'> & {
  readonly permissions: ForEachSaid<AnswerPermission>;
  readonly labels: ForEachSaid<Bilingual>;
  readonly done: ForEachSaid<Bilingual>;
} {
  const matter = MATTERS[kind];
  const { permission, refusing = permission, withdrawing = permission, labels, done } = matter;
  return {
    ...matter,
    permissions: { agree: permission, refuse: refusing, withdraw: withdrawing },
    labels: { ...LABELS, ...labels },
    done: { ...DONE, ...done },
  };
}
