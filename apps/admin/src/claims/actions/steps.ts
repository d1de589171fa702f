import { CLAIM_ACTIONS, CLAIM_STEPS, type ActionTold, isTold, stepOf } from '@duixian/casework/steps';
import { type CommandDocument, command } from '../../api/command.js';
import type { GraphQlDocument, InputOf } from '../../api/graphql.js';
import type { Bilingual } from '../../api/fragments.js';
import type { Outcome } from '../../api/refusals.js';
import {
  type ClaimActionName,
  type ClaimStatus,
  EvidenceKind,
  type Permission,
  SuspensionGround,
  type UpheldStep,
} from '../../api/schema/enums.generated.js';
import type { Commands } from '../../api/use-command.js';
import { permissionNamed } from '../../auth/permission-named.js';
import { capital } from '../../i18n/names.js';
import { readYuan } from '../../ui/read-yuan.js';
import { type ChangedClaim, changedClaim } from '../documents.js';
import type { Claim } from '../fragments.js';
import { comparedOf, type NearClaims } from '../near-document.js';

/** What the dialog was filled in with, as text. */
export interface ActionEntries {
  reason: string;
  opinion: string;
  agreedAmount: string;
  days: string;
  /** 附条件同意: on what the lead department agrees; empty where it agrees as the claim stands. */
  conditions: string;
  /** Why claims of almost the same subject or contract are other matters. */
  distinction: string;
  /** Day on which an objection came in. */
  receivedOn: string;
  /** Who objects: one of {@link ObjectorChoice}. */
  objectorKind: string;
  objectorName: string;
  objectorPhone: string;
  what: string;
  evidence: string;
  /** Which objection is answered. */
  objection: string;
  /** How: `DISMISSED`, or what follows where it is upheld. */
  outcome: string;
  /** For what the clock stops, and by which rule. */
  ground: string;
  basis: string;
  /** A paper that is handed in: its kind, number, and of a contract its other party. */
  paperKind: string;
  paperNumber: string;
  party: string;
}

export type ActionField = keyof ActionEntries;

/** What a step is about: the claim, those it is compared with, and whether its clause leaves the amount to the lead department. */
export interface StepMatter {
  readonly claim: Pick<Claim, 'id' | 'position'> & {
    readonly measure: { readonly policy: Pick<Claim['measure']['policy'], 'version'> };
  };
  readonly near: NearClaims;
  readonly needsProposedAmount: boolean;
}

/** What a step says of itself, and what its dialog asks for and sends. */
export interface ClaimStep {
  readonly name: Bilingual;
  readonly isGrave: boolean;
  /** Null where it has a page or a dialog of its own. */
  readonly dialog: StepDialog | null;
}

export interface StepDialog {
  /** What it brings about. */
  readonly says: Bilingual;
  /** Said when it is done. */
  readonly done: Bilingual;
  readonly fields: Asked<object>['fields'];
  readonly sent: GraphQlDocument<object, object>;
  readonly perform: (
    send: Commands['send'],
    matter: StepMatter,
    entries: ActionEntries,
  ) => Promise<Outcome<ChangedClaim> | null>;
}

/** Which entries a step takes, and what is sent for them. */
interface Asked<Input> {
  readonly fields: (matter: StepMatter) => readonly ActionField[];
  readonly input: (matter: StepMatter, entries: ActionEntries) => Input;
}

type Sent = Pick<StepDialog, 'fields' | 'sent' | 'perform'>;

function asking<Input>(sent: CommandDocument<Input, ChangedClaim>, { fields, input }: Asked<NoInfer<Input>>): Sent {
  return { fields, sent, perform: (send, matter, entries) => send(sent, input(matter, entries)) };
}

/** The claim, and what is on the screen of it: where that is no more so, the step is refused. */
function asSeen({ id, position, measure }: StepMatter['claim']) {
  return { claim: id, seen: { position, policyVersion: measure.policy.version } };
}

function askingNothing(action: ActionTold<'nothing'>): Sent {
  return asking(command(CLAIM_STEPS[action].mutation, changedClaim), {
    fields: () => [],
    input: ({ claim }) => asSeen(claim),
  });
}

function askingWhy(action: ActionTold<'reason'>): Sent {
  return asking(command(CLAIM_STEPS[action].mutation, changedClaim), {
    fields: () => ['reason'],
    input: ({ claim }, { reason }) => ({ ...asSeen(claim), reason }),
  });
}

/** Who may object, as the dialog asks for it; what is anonymous or without its seal is a hint. */
export const OBJECTOR_CHOICES = ['PERSON', 'SEALED_UNIT', 'UNIT', 'ANONYMOUS'] as const;
export type ObjectorChoice = (typeof OBJECTOR_CHOICES)[number];
/** How an objection is answered. */
export const OUTCOMES = ['DISMISSED', 'REVIEW', 'DETERMINATION', 'RESUBMISSION', 'REJECTION'] as const;
const UPHELD: readonly UpheldStep[] = ['REVIEW', 'DETERMINATION', 'RESUBMISSION', 'REJECTION'];

function objectorOf({
  objectorKind,
  objectorName: name,
  objectorPhone: phone,
}: Pick<ActionEntries, 'objectorKind' | 'objectorName' | 'objectorPhone'>) {
  if (objectorKind === 'ANONYMOUS') return null;
  const kind = objectorKind === 'PERSON' ? ('PERSON' as const) : ('UNIT' as const);
  return { kind, name, phone, sealed: objectorKind === 'SEALED_UNIT' };
}

const determineClaim = command('determineClaim', changedClaim);

/** Determines a claim with an answer to each condition on which others agreed to it. */
export function determineOnConditions(
  send: Commands['send'],
  claim: StepMatter['claim'],
  conditions: InputOf<'ConditionAnswerInput'>[],
): Promise<Outcome<ChangedClaim> | null> {
  return send(determineClaim, { ...asSeen(claim), conditions });
}

const OWN: Readonly<Record<ActionTold<'own'>, Sent | null>> = {
  RESUBMIT: null,
  ACCEPT_LACKING: asking(command('acceptWithPapersToFollow', changedClaim), {
    fields: () => [],
    input: ({ claim, near }) => ({ ...asSeen(claim), kinds: near.lacking.map(({ kind }) => kind) }),
  }),
  HAND_IN: asking(command('handInPaper', changedClaim), {
    fields: () => ['paperKind', 'paperNumber', 'party'],
    input: ({ claim }, { paperKind, paperNumber: number, party }) => {
      const kind = EvidenceKind.find((each) => each === paperKind) ?? 'CERTIFICATE';
      const other = kind === 'CONTRACT' && party.trim() !== '' ? party : null;
      return { ...asSeen(claim), evidence: { kind, number, party: other, invoice: null } };
    },
  }),
  // Its dialog asks for the fields of the claim: see ../returned/ReturnDialog.tsx.
  RETURN: null,
  // Its dialog asks what the step is about: see ../route/StepDialog.tsx.
  TAKE_STEP: null,
  // Its dialog asks where the step goes: see ../route/ForwardDialog.tsx.
  FORWARD_STEP: null,
  REVIEW: asking(command('reviewClaim', changedClaim), {
    fields: ({ needsProposedAmount, near }) => [
      ...(needsProposedAmount ? (['agreedAmount'] as const) : []),
      'opinion',
      'conditions',
      ...(comparedOf(near).length > 0 ? (['distinction'] as const) : []),
    ],
    input: ({ needsProposedAmount, claim, near }, { opinion, conditions, agreedAmount, distinction }) => ({
      ...asSeen(claim),
      opinion,
      conditions: conditions.trim() === '' ? null : conditions,
      agreedAmount: needsProposedAmount ? (readYuan(agreedAmount) ?? agreedAmount) : null,
      distinction:
        comparedOf(near).length > 0 ? { claims: comparedOf(near).map(({ id }) => id), reason: distinction } : null,
    }),
  }),
  // Where offices agreed on conditions, a dialog of its own answers each: see ../condition/DetermineDialog.tsx.
  DETERMINE: asking(determineClaim, { fields: () => [], input: ({ claim }) => asSeen(claim) }),
  PUBLICISE: asking(command('publiciseClaim', changedClaim), {
    fields: () => ['days'],
    input: ({ claim }, { days }) => ({ ...asSeen(claim), days: Number(days) }),
  }),
  RAISE_OBJECTION: asking(command('raiseObjection', changedClaim), {
    fields: () => ['receivedOn', 'objectorKind', 'objectorName', 'objectorPhone', 'what', 'evidence'],
    input: ({ claim }, { receivedOn, what, evidence, ...who }) => ({
      ...{ ...asSeen(claim), receivedOn, what },
      evidence: evidence.trim() === '' ? null : evidence,
      objector: objectorOf(who),
    }),
  }),
  SETTLE_OBJECTION: asking(command('settleObjection', changedClaim), {
    fields: () => ['objection', 'outcome', 'reason'],
    input: ({ claim }, { objection, outcome, reason }) => {
      const then = UPHELD.find((step) => step === outcome) ?? null;
      return { ...asSeen(claim), objection, upheld: then !== null, then, reason };
    },
  }),
  SUSPEND: asking(command('suspendClock', changedClaim), {
    fields: () => ['ground', 'basis', 'reason'],
    input: ({ claim }, { ground, basis, reason }) => ({
      ...{ ...asSeen(claim), basis, reason },
      ground: SuspensionGround.find((each) => each === ground) ?? 'INSPECTION',
    }),
  }),
};

function sentBy(action: ClaimActionName): Sent | null {
  if (isTold(action, 'nothing')) return askingNothing(action);
  if (isTold(action, 'reason')) return askingWhy(action);
  return OWN[action];
}

function claimStepOf(action: ClaimActionName): ClaimStep {
  const { name, button, isGrave = false, dialog } = stepOf(action);
  const sent = sentBy(action);
  return {
    name: button ?? { zh: name.zh, en: capital(name.en) },
    isGrave,
    dialog: dialog === null || sent === null ? null : { ...dialog, ...sent },
  };
}

const STEPS = new Map(CLAIM_ACTIONS.map((action) => [action, claimStepOf(action)]));

/** A step as the page shows it. What it is stands in casework; who may take it now is the API's to say. */
export function claimStep(action: ClaimActionName): ClaimStep {
  return STEPS.get(action) ?? claimStepOf(action);
}

/** What whoever takes it holds. */
export function permissionOf(action: ClaimActionName): Permission {
  return permissionNamed(stepOf(action).permission);
}

/** Whether the step is the way forward from there; the others lead back or to an end. */
export function leadsForward(action: ClaimActionName, status: ClaimStatus): boolean {
  return stepOf(action).forwardFrom?.toUpperCase() === status;
}

/** What the steps send. */
export const stepCommands = [...STEPS.values()].flatMap(({ dialog }) => (dialog === null ? [] : [dialog.sent]));
