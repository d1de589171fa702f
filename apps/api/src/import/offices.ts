import {
  isInArea,
  isOfOffice,
  isTheirs,
  listOfficeRefusal,
  roundOfficeRefusal,
  officeRefusal,
  type Actor,
  type ClaimOffice,
  type Place,
} from '@duixian/casework';
import type { RouteOffice } from '@duixian/policy';

/** Finds who takes a step, among the officials of a city's offices. */
export class Offices {
  constructor(private readonly officials: readonly Actor[]) {}

  /**
   * Somebody who may take a claim's step and did not take the one before (双人复核); null when the office is empty. The
   * window of the enterprise's own county comes before the city's.
   *
   * @param turn spreads the work: the same turn finds the same official.
   */
  forClaim(role: ClaimOffice, place: Place, previous: Actor | null, turn: number): Actor | null {
    const office = this.officials.filter((actor) => officeRefusal(role, actor, place) === null);
    return choose(role === 'clerk' ? nearest(office, place.division) : office, previous, turn);
  }

  /** Somebody of the office that takes a step of a route. */
  forRoute(office: RouteOffice, previous: Actor | null, turn: number): Actor | null {
    return choose(
      this.officials.filter((actor) => isTheirs(office, actor)),
      previous,
      turn,
    );
  }

  /** Somebody of the window who may enter an enterprise of the division, and did not take the step before. */
  forEnterprise(division: string, turn: number, previous: Actor | null = null): Actor | null {
    const windows = this.officials.filter((actor) => actor.roles.includes('clerk') && isInArea(actor, division));
    return choose(nearest(windows, division), previous, turn);
  }

  /** A reviewer of the department that keeps a list, and somebody of its window who agrees; null where there is none. */
  forList(division: string, department: string, turn: number): readonly [Actor, Actor] | null {
    const keeper = { division, department };
    const office = this.officials.filter((actor) => listOfficeRefusal(keeper, actor) === null);
    const first = choose(
      office.filter(({ roles }) => roles.includes('reviewer')),
      null,
      turn,
    );
    const second = choose(office, first, turn);
    return first === null || second === null || first === second ? null : [first, second];
  }

  /** Two reviewers of the lead department that opens a round; null where there are not two. */
  forRound(division: string, department: string, turn: number): readonly [Actor, Actor] | null {
    const office = this.officials.filter((actor) => roundOfficeRefusal({ division, department }, actor) === null);
    const first = choose(office, null, turn);
    const second = choose(office, first, turn);
    return first === null || second === null || first === second ? null : [first, second];
  }

  /** The official of this username; null where there is none. */
  named(username: string): Actor | null {
    return this.officials.find((actor) => actor.username === username) ?? null;
  }

  /** Somebody of the payer's treasury. */
  forTreasury(payer: string, previous: Actor | null, turn: number): Actor | null {
    const office = this.officials.filter((actor) => actor.roles.includes('treasury') && isOfOffice(actor, payer));
    return choose(office, previous, turn);
  }
}

function nearest(office: readonly Actor[], division: string): readonly Actor[] {
  const local = office.filter((actor) => isOfOffice(actor, division));
  return local.length > 0 ? local : office;
}

function choose(office: readonly Actor[], previous: Actor | null, turn: number): Actor | null {
  const others = office.filter((actor) => actor.userId !== previous?.userId);
  // One person alone in an office is sent all the same, so that the refusal says why.
  const candidates = others.length > 0 ? others : office;
  return candidates[turn % candidates.length] ?? null;
}

/** A number that belongs to a text for good. */
export function turnOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0);
}
