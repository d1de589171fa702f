import type { Clause } from './schema/clause.js';
import type { PayeeChannel, PayeeKind } from './schema/payee.js';
import type { Bilingual, Interpretation } from './schema/primitives.js';

/** Whose gain a clause's money is. */
export interface Payee {
  readonly kind: PayeeKind;
  /** Who claims it and passes it on; empty where the enterprise keeps it. */
  readonly through: readonly PayeeChannel[];
}

const ENTERPRISE: Payee = { kind: 'enterprise', through: [] };

const CHANNEL_NAMES: Readonly<Record<PayeeChannel, Bilingual>> = {
  trainingInstitution: { zh: '培训机构', en: 'the training institution' },
  employer: { zh: '用人单位', en: 'the employer' },
};

/** The enterprise that claims it, where the clause says nothing else. */
export function payeeOf(clause: Clause): Payee {
  if (clause.kind !== 'grant' || clause.payee?.kind !== 'naturalPerson') return ENTERPRISE;
  return { kind: clause.payee.kind, through: clause.payee.through };
}

/** The same in words: 自然人，经培训机构或用人单位发放. */
export function payeeWords({ kind, through }: Payee): Bilingual {
  if (kind === 'enterprise') return { zh: '申报的企业', en: 'the enterprise that claims it' };
  const names = through.map((channel) => CHANNEL_NAMES[channel]);
  return {
    zh: `自然人（个人），经${names.map(({ zh }) => zh).join('或')}发放`,
    en: `a natural person, through ${names.map(({ en }) => en).join(' or ')}`,
  };
}

/** Every reading of a clause: of its words, and of whom its money is for. */
export function readingsOf(clause: Clause): readonly Interpretation[] {
  const payee = clause.kind === 'grant' && clause.payee?.kind === 'naturalPerson' ? [clause.payee.interpretation] : [];
  return [...(clause.interpretations ?? []), ...payee];
}
