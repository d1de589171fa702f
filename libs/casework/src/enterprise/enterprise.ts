import { z } from 'zod';
import { divisionSchema, eventSchema } from '../common/event-schema.js';
import { plainDateSchema, type PlainDate } from '../common/plain-date.js';
import {
  agreedSchema,
  proposedSchema,
  refusedSchema,
  withdrawnSchema,
  type Proposal,
  type ProposalAnswer,
} from '../common/proposal.js';
import { usccSchema, type Uscc } from '../common/uscc.js';
import { changeEventSchemas, type Closure, type EnterpriseChange } from './change-event.js';
import { registrationEventSchemas, type Licence, type RegistrationEvent } from './registration-event.js';

export const enterpriseEventSchema = z.discriminatedUnion('type', [
  eventSchema('EnterpriseRegistered', z.object({ uscc: usccSchema, name: z.string(), division: divisionSchema })),
  eventSchema(
    'EnterpriseMoved',
    z.object({ uscc: usccSchema, from: divisionSchema, division: divisionSchema, on: plainDateSchema }),
  ),
  eventSchema(
    'MoveProposed',
    proposedSchema.extend({
      uscc: usccSchema,
      from: divisionSchema,
      division: divisionSchema,
      on: plainDateSchema,
      /** Whether it puts the last move right instead of adding one; then `from` is where that move led. */
      corrects: z.boolean(),
    }),
  ),
  // Stands beside the EnterpriseMoved or MoveCorrected that it brings about.
  eventSchema('MoveAgreed', agreedSchema),
  eventSchema('MoveRefused', refusedSchema),
  eventSchema('MoveWithdrawn', withdrawnSchema),
  // The last move was entered wrongly: it led elsewhere, or on another day, or there was none (division = where it was).
  eventSchema(
    'MoveCorrected',
    z.object({
      uscc: usccSchema,
      was: z.object({ division: divisionSchema, on: plainDateSchema }),
      division: divisionSchema,
      on: plainDateSchema,
    }),
  ),
  ...changeEventSchemas,
  ...registrationEventSchemas,
]);

/** What happens to an enterprise, in the stream `enterprise-<uscc>`. Contacts stand elsewhere. */
export type EnterpriseEvent = z.infer<typeof enterpriseEventSchema>;

export interface Move {
  readonly division: string;
  /** First day in the division. */
  readonly on: PlainDate;
}

/** A move that one clerk proposed, with what the clerk of the other window said of it. */
export interface MoveProposal {
  readonly proposal: Proposal;
  readonly from: string;
  readonly division: string;
  readonly on: PlainDate;
  readonly corrects: boolean;
}

/** A change, or the correction of one, that one clerk proposed, with what another said of it. */
export interface ChangeProposal {
  readonly proposal: Proposal;
  /** On the day that holds now, where it was put right. */
  readonly change: EnterpriseChange;
  /** Of a correction: which change it puts right, and the true day; null where that never came about. */
  readonly corrects: { readonly proposal: string; readonly on: PlainDate | null } | null;
  /** Whether it was agreed to, and found later never to have come about. */
  readonly isUndone: boolean;
}

/** An enterprise that one clerk proposed to register with its licence, with what another said of it. */
export interface RegistrationProposal {
  readonly proposal: Proposal;
  readonly name: string;
  readonly division: string;
  readonly licence: Licence;
}

/** A name that it had until it was renamed. */
export interface FormerName {
  readonly name: string;
  /** First day of the name that followed. */
  readonly until: PlainDate;
}

export interface Enterprise {
  readonly uscc: Uscc;
  /** Its name after the last renaming. */
  readonly name: string;
  /** By day. */
  readonly formerNames: readonly FormerName[];
  /** Null while it lives. */
  readonly closure: Closure | null;
  /** Codes of those in whose place it goes on. */
  readonly predecessors: readonly Uscc[];
  readonly changes: readonly ChangeProposal[];
  /** Where it was when it was registered here. */
  readonly firstDivision: string;
  readonly registeredOn: PlainDate;
  /** By day. */
  readonly moves: readonly Move[];
  readonly proposals: readonly MoveProposal[];
}

/** Digits of a division that say in which city it lies. */
const CITY_DIGITS = 4;

/** Null before it is registered. */
export type EnterpriseState = Enterprise | null;

export const initialEnterprise: EnterpriseState = null;

/** @throws Error when a move stands first. */
export function evolveEnterprise(state: Enterprise, event: EnterpriseEvent): Enterprise;
export function evolveEnterprise(state: EnterpriseState, event: EnterpriseEvent): EnterpriseState;
export function evolveEnterprise(state: EnterpriseState, event: EnterpriseEvent): EnterpriseState {
  switch (event.type) {
    case 'RegistrationProposed':
    case 'RegistrationAgreed':
    case 'RegistrationRefused':
    case 'RegistrationWithdrawn':
      return state;
    case 'EnterpriseRegistered': {
      const { uscc, name, division } = event.data;
      const nothing = { moves: [], proposals: [], formerNames: [], closure: null, predecessors: [], changes: [] };
      return { uscc, name, firstDivision: division, registeredOn: event.occurredOn, ...nothing };
    }
    case 'EnterpriseMoved':
    case 'MoveProposed':
    case 'MoveAgreed':
    case 'MoveRefused':
    case 'MoveWithdrawn':
    case 'MoveCorrected':
      return moved(registered(state, event), event);
    case 'EnterpriseChangeProposed':
    case 'EnterpriseChangeAgreed':
    case 'EnterpriseChangeRefused':
    case 'EnterpriseChangeWithdrawn':
    case 'EnterpriseRenamed':
    case 'EnterpriseClosed':
    case 'EnterpriseSucceeded':
    case 'ChangeCorrectionProposed':
    case 'EnterpriseChangeCorrected':
    case 'SuccessionCorrected':
      return changed(registered(state, event), event);
  }
}

function registered(state: EnterpriseState, { type }: EnterpriseEvent): Enterprise {
  if (state === null) throw new Error(`${type} stands before EnterpriseRegistered.`);
  return state;
}

type ChangeEvent = z.infer<(typeof changeEventSchemas)[number]>;
type ChangeCorrection = Extract<ChangeEvent, { type: 'EnterpriseChangeCorrected' }>['data'];
type MoveEvent = Exclude<EnterpriseEvent, ChangeEvent | RegistrationEvent | { type: 'EnterpriseRegistered' }>;

function changed(state: Enterprise, event: ChangeEvent): Enterprise {
  const by = event.meta.actor.userId;
  const on = event.occurredOn;
  switch (event.type) {
    case 'EnterpriseChangeProposed': {
      const { proposal: id, opensUntil, change } = event.data;
      const proposal = { id, proposedBy: by, proposedOn: on, opensUntil, answer: null };
      return { ...state, changes: [...state.changes, { proposal, change, corrects: null, isUndone: false }] };
    }
    case 'ChangeCorrectionProposed': {
      const { proposal: id, opensUntil, change } = event.data;
      const proposal = { id, proposedBy: by, proposedOn: on, opensUntil, answer: null };
      const corrects = { proposal: event.data.corrects, on: event.data.on };
      return { ...state, changes: [...state.changes, { proposal, change, corrects, isUndone: false }] };
    }
    case 'EnterpriseChangeAgreed': {
      const { proposal, effectiveFrom } = event.data;
      return { ...state, changes: withAnswer(state.changes, proposal, { kind: 'agreed', by, on, effectiveFrom }) };
    }
    case 'EnterpriseChangeRefused': {
      const { proposal, reason } = event.data;
      return { ...state, changes: withAnswer(state.changes, proposal, { kind: 'refused', by, on, reason }) };
    }
    case 'EnterpriseChangeWithdrawn':
      return { ...state, changes: withAnswer(state.changes, event.data.proposal, { kind: 'withdrawn', by, on }) };
    case 'EnterpriseRenamed': {
      const { was, name, on: until } = event.data;
      return { ...state, name, formerNames: [...state.formerNames, { name: was, until }] };
    }
    case 'EnterpriseClosed': {
      const { how, on: day, successors } = event.data;
      return { ...state, closure: { how, on: day, successors } };
    }
    case 'EnterpriseSucceeded':
      return { ...state, predecessors: [...state.predecessors, event.data.predecessor] };
    case 'EnterpriseChangeCorrected':
      return corrected(state, event.data);
    case 'SuccessionCorrected': {
      const { predecessor, on: day } = event.data;
      if (day !== null) return state;
      return { ...state, predecessors: state.predecessors.filter((each) => each !== predecessor) };
    }
  }
}

function corrected(state: Enterprise, { corrects, change, on }: ChangeCorrection): Enterprise {
  const changes = state.changes.map((each) => {
    if (each.proposal.id !== corrects) return each;
    return on === null ? { ...each, isUndone: true } : { ...each, change: { ...each.change, on } };
  });
  const { closure, formerNames, name } = state;
  if (change.kind !== 'renamed') {
    return { ...state, changes, closure: closure === null || on === null ? null : { ...closure, on } };
  }
  const renamings = standingChanges(state).filter((each) => each.change.kind === 'renamed');
  const place = renamings.findIndex(({ proposal }) => proposal.id === corrects);
  const was = formerNames[place];
  if (was === undefined) throw new Error(`${corrects} renamed nothing that could be put right.`);
  if (on === null) return { ...state, changes, name: was.name, formerNames: formerNames.toSpliced(place, 1) };
  return { ...state, changes, name, formerNames: formerNames.with(place, { ...was, until: on }) };
}

/** The changes that were agreed to and hold, in the order of their days. */
export function standingChanges({ changes }: Pick<Enterprise, 'changes'>): readonly ChangeProposal[] {
  return changes.filter(
    ({ proposal, corrects, isUndone }) => proposal.answer?.kind === 'agreed' && corrects === null && !isUndone,
  );
}

function moved(state: Enterprise, event: MoveEvent): Enterprise {
  const by = event.meta.actor.userId;
  const on = event.occurredOn;
  switch (event.type) {
    case 'EnterpriseMoved':
      return { ...state, moves: [...state.moves, { division: event.data.division, on: event.data.on }] };
    case 'MoveCorrected':
      return { ...state, moves: correctedMoves(state, event.data) };
    case 'MoveProposed': {
      const { proposal: id, opensUntil, from, division, corrects } = event.data;
      const proposal = { id, proposedBy: by, proposedOn: on, opensUntil, answer: null };
      return { ...state, proposals: [...state.proposals, { proposal, from, division, on: event.data.on, corrects }] };
    }
    case 'MoveAgreed':
      return answered(state, event.data.proposal, { kind: 'agreed', by, on, effectiveFrom: event.data.effectiveFrom });
    case 'MoveRefused':
      return answered(state, event.data.proposal, { kind: 'refused', by, on, reason: event.data.reason });
    case 'MoveWithdrawn':
      return answered(state, event.data.proposal, { kind: 'withdrawn', by, on });
  }
}

/** The moves once the last is put right: one that led nowhere else is none. */
export function correctedMoves(
  { moves, firstDivision }: Pick<Enterprise, 'moves' | 'firstDivision'>,
  { division, on }: Move,
): readonly Move[] {
  const earlier = moves.slice(0, -1);
  return division === (earlier.at(-1)?.division ?? firstDivision) ? earlier : [...earlier, { division, on }];
}

function answered(state: Enterprise, id: string, answer: ProposalAnswer): Enterprise {
  return { ...state, proposals: withAnswer(state.proposals, id, answer) };
}

function withAnswer<Proposed extends { readonly proposal: Proposal }>(
  proposals: readonly Proposed[],
  id: string,
  answer: ProposalAnswer,
): Proposed[] {
  return proposals.map((each) =>
    each.proposal.id === id ? { ...each, proposal: { ...each.proposal, answer } } : each,
  );
}

export function foldEnterprise(events: readonly EnterpriseEvent[]): EnterpriseState {
  return events.reduce<EnterpriseState>(evolveEnterprise, initialEnterprise);
}

/** Whether it is about whether the enterprise shall be registered. */
export function isOfRegistration(event: EnterpriseEvent): event is RegistrationEvent {
  return REGISTRATION_TYPES.has(event.type);
}

const REGISTRATION_TYPES: ReadonlySet<string> = new Set(registrationEventSchemas.map(({ shape }) => shape.type.value));

/** All that one clerk proposed to register with a licence under one code, with what another said of it, in order. */
export function foldRegistrations(events: readonly EnterpriseEvent[]): readonly RegistrationProposal[] {
  return events.filter(isOfRegistration).reduce<readonly RegistrationProposal[]>(evolveRegistrations, []);
}

export function evolveRegistrations(
  proposals: readonly RegistrationProposal[],
  event: RegistrationEvent,
): readonly RegistrationProposal[] {
  const by = event.meta.actor.userId;
  const on = event.occurredOn;
  switch (event.type) {
    case 'RegistrationProposed': {
      const { proposal: id, opensUntil, name, division, licence } = event.data;
      const proposal = { id, proposedBy: by, proposedOn: on, opensUntil, answer: null };
      return [...proposals, { proposal, name, division, licence }];
    }
    case 'RegistrationAgreed': {
      const { proposal, effectiveFrom } = event.data;
      return withAnswer(proposals, proposal, { kind: 'agreed', by, on, effectiveFrom });
    }
    case 'RegistrationRefused': {
      const { proposal, reason } = event.data;
      return withAnswer(proposals, proposal, { kind: 'refused', by, on, reason });
    }
    case 'RegistrationWithdrawn':
      return withAnswer(proposals, event.data.proposal, { kind: 'withdrawn', by, on });
  }
}

/** The name that an enterprise had on a day. */
export function nameOn({ name, formerNames }: Enterprise, on: PlainDate): string {
  return formerNames.find(({ until }) => on < until)?.name ?? name;
}

/** Where the enterprise belonged on a day; before its first known day, where it was registered. */
export function divisionOn(enterprise: Enterprise, day: PlainDate): string {
  return enterprise.moves.findLast((move) => move.on <= day)?.division ?? enterprise.firstDivision;
}

/**
 * Whose window keeps what is known of it: where it belongs, or, once it has left the city, where it last belonged in it.
 * What it was granted before is still paid, returned or withdrawn there.
 */
export function windowOf({ firstDivision, moves }: Pick<Enterprise, 'firstDivision' | 'moves'>): string {
  const city = firstDivision.slice(0, CITY_DIGITS);
  return moves.findLast(({ division }) => division.startsWith(city))?.division ?? firstDivision;
}

/** Where it belongs after its last move. */
export function lastDivision(enterprise: Enterprise): string {
  return enterprise.moves.at(-1)?.division ?? enterprise.firstDivision;
}
