import {
  addDays,
  decideAcceptance,
  decideDetermination,
  decidePublicity,
  decideRejection,
  decideReturn,
  decideReview,
  decideSubmission,
  measureOf,
  type Actor,
  type Command,
  type Enterprise,
  type SubmitClaim,
} from '@duixian/casework';
import type { Catalogue } from '@duixian/policy';
import { payeeOn, type Accounts } from '@duixian/registry';
import { decideConfirmation, decideInstruction } from '@duixian/treasury';
import type { ClaimFile } from './claim-file.js';
import { OFFICIALS, TENANT, treasurer } from './officials.js';

export type Stage =
  'submitted' | 'accepted' | 'returned' | 'rejected' | 'reviewed' | 'determined' | 'publicised' | 'instructed' | 'paid';

const PUBLICITY_DAYS = 7;
/** Where every enterprise of the benchmark's city is paid. */
const ACCOUNTS: Accounts = [
  {
    account: {
      proposal: 'benchmark',
      bank: '虚构银行',
      cnaps: '000000000001',
      mask: '9900 **** **** 0001',
      hash: '0',
    },
    proposal: {
      id: 'benchmark',
      proposedBy: 'elsewhere-1',
      proposedOn: '2020-01-02',
      opensUntil: '2020-02-01',
      answer: { kind: 'agreed', by: 'elsewhere-2', on: '2020-01-02', effectiveFrom: '2020-01-02' },
    },
    notice: null,
  },
];

/** Takes the claim as far as `stage`, each step by the decider that a user's click reaches, a few days apart. */
export function live(
  file: ClaimFile,
  submission: SubmitClaim,
  { stage, enterprise, catalogue }: { stage: Stage; enterprise: Enterprise; catalogue: Catalogue },
): void {
  const claim = file.id;
  const by = (actor: Actor, days: number): Command & { claim: string } => {
    return { commandId: `${claim}-${days}`, tenant: TENANT, actor, on: addDays(submission.on, days), claim };
  };
  const current = () => ({ claim: file.claim, catalogue, evidence: [], statuses: new Map(), former: new Map() });

  const nothing = { closed: new Set<string>(), sellersOnRecord: new Set<string>() };
  const given = { claim: null, enterprise, catalogue, known: catalogue, ...nothing };
  file.record(decideSubmission({ command: submission, ...given }));
  if (stage === 'submitted') return;
  if (stage === 'returned') {
    const notice = { reason: '请补充发票。', items: [], lateReason: null };
    file.record(decideReturn({ command: { ...by(OFFICIALS.secondWindow, 1), ...notice }, ...current() }));
    return;
  }
  file.record(decideAcceptance({ command: by(OFFICIALS.secondWindow, 1), ...current() }));
  if (stage === 'accepted') return;
  const reviewer = by(reviewerOf(catalogue, submission.measure), 3);
  if (stage === 'rejected') {
    file.record(decideRejection({ command: { ...reviewer, reason: '不符合条款规定的条件。' }, ...current() }));
    return;
  }
  const review = { ...reviewer, opinion: '同意。', agreedAmount: null, distinction: null };
  file.record(decideReview({ command: review, others: [], ...current() }));
  if (stage === 'reviewed') return;
  const { entitlement } = file;
  const programme = new Map();
  file.record(decideDetermination({ command: by(OFFICIALS.finance, 6), ...current(), entitlement, programme }));
  if (stage === 'determined' || file.submitted().status === 'declined') return;
  const publicity = { ...by(OFFICIALS.secondFinance, 7), days: PUBLICITY_DAYS };
  file.record(decidePublicity({ command: publicity, ...current(), entitlement: file.entitlement }));
  if (stage === 'publicised') return;
  const instruction = by(OFFICIALS.finance, 15);
  file.record(
    decideInstruction({
      command: instruction,
      ...current(),
      entitlement: file.entitlement,
      enterprise,
      payee: payeeOn(ACCOUNTS, instruction.on),
    }),
  );
  if (stage === 'instructed') return;
  pay(file, (division) => by(treasurer(division), 16), catalogue);
}

function pay(file: ClaimFile, by: (division: string) => Command, catalogue: Catalogue): void {
  for (const [stream, payment] of file.payments) {
    const command = by(payment.payer);
    file.record(
      decideConfirmation({
        command: {
          ...command,
          payment: payment.id,
          attempt: payment.attempt,
          bankReference: `HD-${payment.id}`,
          paidOn: command.on,
        },
        payment,
        siblings: [...file.payments].flatMap(([other, sibling]) => (other === stream ? [] : [sibling])),
        claim: file.submitted(),
        entitlement: file.entitlement,
        guards: new Map(),
        earlierSettlements: [],
        accounts: ACCOUNTS,
        catalogue,
      }),
    );
  }
}

function reviewerOf(catalogue: Catalogue, measure: string): Actor {
  const { lead } = measureOf(catalogue, measure).clause.departments;
  const reviewer = [OFFICIALS.dataReviewer, OFFICIALS.industryReviewer].find(({ department }) => department === lead);
  if (reviewer === undefined) throw new Error(`No reviewer of the benchmark's city is in ${lead}.`);
  return reviewer;
}
