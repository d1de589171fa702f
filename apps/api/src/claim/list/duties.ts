import {
  CAPACITIES,
  CLAIM_ACTIONS,
  isOfDepartment,
  isOfOffice,
  stepOf,
  type Capacity,
  type ClaimAction,
  type ClaimStatus,
} from '@duixian/casework';
import type { Catalogue, Measure } from '@duixian/policy';
import { actorOf } from '../../identity/actor.js';
import type { CurrentUser } from '../../identity/current-user.js';
import type { Recused } from '../../recusal/own-recusals.js';
import { agreement, officeKey, ofStage, participation } from '../read-model/claim-row.js';

/** Claims of one status that wait for somebody's office; null = no matter. */
export interface Duty {
  readonly status: ClaimStatus;
  readonly action: ClaimAction;
  /** Of the claim's route, one of which it waits for; null where it waits for none. */
  readonly offices: readonly string[] | null;
  readonly measures: readonly string[] | null;
  /** Codes that the enterprise's division is one of. */
  readonly area: readonly string[] | null;
  /** The publicity has to end before this day, and there has to be something to pay. */
  readonly publicity_before: string | null;
  /**
   * How `participants` writes that the official took part in another capacity, or just before: such claims wait for a
   * colleague.
   */
  readonly elsewhere: readonly string[];
  /** How it writes that he agreed to what he is asked to judge, which is as much. Of an objection alone, to which few claims are. */
  readonly agreed: readonly string[];
  /**
   * Of a determination, ids of the rounds in which it cannot be made yet; nor can it while papers are to follow. Null of any
   * other step.
   */
  readonly not_before: readonly string[] | null;
  /** In what he takes no part (回避), which waits for his colleagues. */
  readonly recused: Recused;
}

const IN_ALL: Recused = { claims: [], usccs: [] };

/**
 * What an official's offices let him do next: casework's rule of responsibility as a query can ask it.
 *
 * @param area codes of the divisions for which his window is there; null = all of his city.
 */
export function dutiesOf(
  user: CurrentUser,
  catalogue: Catalogue,
  area: readonly string[] | null,
  today: string,
): Duty[] {
  return CLAIM_ACTIONS.flatMap((action): Duty[] => {
    if (action === 'TAKE_STEP') return routeDuty(user);
    const { forwardFrom: status, from } = stepOf(action);
    const office = status === undefined ? undefined : from[status];
    if (status === undefined || office === undefined || !user.roles.includes(office)) return [];
    const publicity_before = action === 'INSTRUCT' ? today : null;
    const elsewhere = participationsElsewhere(user.id, office);
    // Nobody answers an objection to what he agreed to.
    const agreed = action === 'SETTLE_OBJECTION' ? [agreement(user.id)] : [];
    // Nor reviews what he had a hand in just before.
    if (action === 'REVIEW') elsewhere.push(ofStage(user.id));
    const not_before = action === 'DETERMINE' ? [] : null;
    const duty = { status, action, offices: null, publicity_before, elsewhere, agreed, not_before, recused: IN_ALL };
    switch (office) {
      case 'clerk':
        return [{ ...duty, measures: null, area }];
      case 'reviewer':
        return [{ ...duty, measures: measuresOf(user, catalogue).filter(isLedBy(user)).map(idOf), area: null }];
      case 'finance':
        return [{ ...duty, measures: measuresOf(user, catalogue).map(idOf), area: null }];
    }
  });
}

/** The steps of routes that are his office's, whichever clause they are under. */
function routeDuty(user: CurrentUser): Duty[] {
  const { alsoBy = [], from } = stepOf('TAKE_STEP');
  const roles = [...Object.values(from), ...alsoBy].filter((role) => user.roles.includes(role));
  const { divisions, departments } = user.reach;
  const places = [...new Set([user.division, ...divisions])];
  const names = [...new Set([...(user.department === null ? [] : [user.department]), ...departments])];
  const offices = roles.flatMap((role) =>
    places.flatMap((division) =>
      role === 'finance'
        ? [officeKey({ role, division, department: null })]
        : names.map((department) => officeKey({ role: 'reviewer', division, department })),
    ),
  );
  if (offices.length === 0) return [];
  const elsewhere = [...roles.flatMap((role) => participationsElsewhere(user.id, role)), ofStage(user.id)];
  return [
    {
      ...{ status: 'accepted', action: 'TAKE_STEP', offices, elsewhere, agreed: [] },
      ...{ measures: null, area: null, publicity_before: null, not_before: null, recused: IN_ALL },
    },
  ];
}

/** How `participants` writes that somebody took part in a capacity other than this one. */
export function participationsElsewhere(userId: string, capacity: Capacity): string[] {
  return CAPACITIES.filter((each) => each !== capacity).map((each) => participation(each, userId));
}

/** Measures of the policies of an official's office. */
export function measuresOf(user: CurrentUser, catalogue: Catalogue): Measure[] {
  const actor = actorOf(user);
  return catalogue.measures().filter(({ policy }) => isOfOffice(actor, policy.division));
}

/** Whether an official's department leads a measure. */
export function isLedBy(user: CurrentUser): (measure: Measure) => boolean {
  const actor = actorOf(user);
  return ({ clause }) => isOfDepartment(actor, clause.departments.lead);
}

function idOf({ id }: Measure): string {
  return id;
}
