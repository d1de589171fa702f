import type { Bilingual } from '@duixian/policy';

/** What people say of a proposal: yes, no, or never mind. */
export type Said = 'agree' | 'refuse' | 'withdraw';
export type ForEachSaid<Value> = Readonly<Record<Said, Value>>;

/** By which of its fields a proposal is named, as the schema says it. */
export interface NamedBy {
  readonly kind: 'uscc' | 'uuid' | 'reference' | 'position';
  readonly schema: string;
}

/** All that is known of the answers to proposals of one kind, whoever asks: the API and its schema, and the pages. */
export interface ProposalMatter {
  readonly mutations: ForEachSaid<string>;
  /** Names of their input types, which several may share. */
  readonly inputs: ForEachSaid<string>;
  /** Held by whoever agrees, and by the others where nothing else is said. */
  readonly permission: string;
  readonly refusing?: string;
  readonly withdrawing?: string;
  /** Fields of the inputs, beside the reason of a refusal. */
  readonly about: Readonly<Record<string, NamedBy>>;
  /** In the schema: what each mutation does, and what the reason is. */
  readonly schema: ForEachSaid<string> & { readonly reason: string };
  /** In the dialog: what each brings about. */
  readonly says: ForEachSaid<Bilingual>;
  /** On the buttons, where that is not {@link LABELS}. */
  readonly labels?: Partial<ForEachSaid<Bilingual>>;
  /** Said once it is on record, where that is not {@link DONE}. */
  readonly done?: Partial<ForEachSaid<Bilingual>>;
}

export const LABELS: ForEachSaid<Bilingual> = {
  agree: { zh: '同意', en: 'Agree' },
  refuse: { zh: '否决', en: 'Refuse' },
  withdraw: { zh: '撤回', en: 'Take back' },
};

export const DONE: ForEachSaid<Bilingual> = {
  agree: { zh: '已同意', en: 'Agreed' },
  refuse: { zh: '已否决', en: 'Refused' },
  withdraw: { zh: '已撤回', en: 'Taken back' },
};
