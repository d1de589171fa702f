import { z } from 'zod';
import { divisionSchema, eventSchema } from '../common/event-schema.js';
import { plainDateSchema, type PlainDate } from '../common/plain-date.js';
import { usccSchema, type Uscc } from '../common/uscc.js';

export const enterpriseEventSchema = z.discriminatedUnion('type', [
  eventSchema('EnterpriseRegistered', z.object({ uscc: usccSchema, name: z.string(), division: divisionSchema })),
  eventSchema(
    'EnterpriseMoved',
    z.object({ uscc: usccSchema, from: divisionSchema, division: divisionSchema, on: plainDateSchema }),
  ),
]);

/** What happens to an enterprise, in the stream `enterprise-<uscc>`. Contacts are not in events. */
export type EnterpriseEvent = z.infer<typeof enterpriseEventSchema>;

export interface Move {
  readonly division: string;
  /** First day in the division. */
  readonly on: PlainDate;
}

export interface Enterprise {
  readonly uscc: Uscc;
  readonly name: string;
  /** Where it was when it was registered here. */
  readonly firstDivision: string;
  readonly registeredOn: PlainDate;
  /** By day. */
  readonly moves: readonly Move[];
}

/** Null before it is registered. */
export type EnterpriseState = Enterprise | null;

export const initialEnterprise: EnterpriseState = null;

/** @throws Error when a move stands first. */
export function evolveEnterprise(state: EnterpriseState, event: EnterpriseEvent): Enterprise {
  switch (event.type) {
    case 'EnterpriseRegistered': {
      const { uscc, name, division } = event.data;
      return { uscc, name, firstDivision: division, registeredOn: event.occurredOn, moves: [] };
    }
    case 'EnterpriseMoved': {
      if (state === null) throw new Error('EnterpriseMoved stands before EnterpriseRegistered.');
      return { ...state, moves: [...state.moves, { division: event.data.division, on: event.data.on }] };
    }
  }
}

export function foldEnterprise(events: readonly EnterpriseEvent[]): EnterpriseState {
  return events.reduce<EnterpriseState>(evolveEnterprise, initialEnterprise);
}

/** Where the enterprise belonged on a day; before its first known day, where it was registered. */
export function divisionOn(enterprise: Enterprise, day: PlainDate): string {
  return enterprise.moves.findLast((move) => move.on <= day)?.division ?? enterprise.firstDivision;
}

/** Where it belongs after its last move. */
export function lastDivision(enterprise: Enterprise): string {
  return enterprise.moves.at(-1)?.division ?? enterprise.firstDivision;
}
