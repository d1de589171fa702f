import { AsyncLocalStorage } from 'node:async_hooks';
import { APPLICATION_ROLE, CITY_ROLE, THE_CITY_ITSELF } from '@duixian/event-store';
import type { Sender } from '../graphql/context.js';
import type { Cost } from '../graphql/limits/cost.js';
import type { At } from '../log/at.js';

/** What one field says of the position that it is to be answered at, as it came. */
export interface AskedPosition {
  readonly argument: 'asOf' | 'after' | 'before';
  readonly value: unknown;
}

/** What belongs to one HTTP request, for those who serve it below the resolvers. */
export interface RequestScope {
  /** Its number, by which its lines in the log are found. */
  readonly id: string;
  /** The city for which it is served; null until its sender is known. */
  tenant: string | null;
  /** Of its sender; null until he is known. */
  office: Office | null;
  /** Whether it brings a token of its own, as no browser does. */
  readonly isOfMachine: boolean;
  /** What it may cost by estimate; null when it is no query. */
  cost: Cost | null;
  /** Statements that may still be run for it; null = as many as it takes. */
  statementsLeft: number | null;
  /** What its fields say of the position that it is to be answered at. */
  asked: readonly AskedPosition[];
  /** The position that it is answered at, from its first read on. */
  at: Promise<At> | null;
  /** Position of what a mutation of it recorded last. */
  recorded: bigint | null;
}

/** What the official who asks is, and where. */
export interface Office extends Pick<Sender, 'id' | 'division' | 'roles' | 'reach'> {
  /** Clauses on which his office works, each after his role: `finance quanzhou-2024-7/3`. */
  readonly clauses: readonly string[];
}

/** What a statement sees and changes. */
export interface Reach {
  /** The role of PostgreSQL that it works as. */
  readonly role: typeof APPLICATION_ROLE | typeof CITY_ROLE;
  /** The city whose rows `CITY_ROLE` reaches; null: none. */
  readonly tenant: string | null;
  /** Of that city, what is seen and changed of what is some offices' alone; null: nothing. */
  readonly office: Office | typeof THE_CITY_ITSELF | null;
}

const ALL_CITIES: Reach = { role: APPLICATION_ROLE, tenant: null, office: null };

const scopes = new AsyncLocalStorage<RequestScope>();
const reaches = new AsyncLocalStorage<Reach>();

/** Runs everything that follows from `work` in a scope of its own. */
export function inRequest(of: Pick<RequestScope, 'id' | 'isOfMachine'>, work: () => void): void {
  const position = { asked: [], at: null, recorded: null };
  scopes.run({ ...of, ...position, tenant: null, office: null, cost: null, statementsLeft: null }, work);
}

/** Runs `work` as nobody's: what is done for several requests at once is counted for none of them. */
export function forNobody<Result>(work: () => Result): Result {
  return reaches.exit(() => scopes.exit(work));
}

/**
 * Runs `work` with the rows of all cities at hand, for what has to look beyond one: who signs in has no city yet, a name is
 * taken in all of them, and the logs check by themselves for whom they are asked.
 */
export function acrossCities<Result>(work: () => Result): Result {
  return reaches.run(ALL_CITIES, work);
}

/** Runs `work` with the rows of one city at hand, where no official asks for it. */
export function forCity<Result>(tenant: string, work: () => Result): Result {
  return reaches.run({ role: CITY_ROLE, tenant, office: null }, work);
}

/**
 * Runs `work` with what is some offices' alone at hand as well, within the city of the request: what a command keeps, compares
 * or removes before or after it is decided, and shows nobody. Nothing more than there is where no request asks.
 */
export function beyondOffice<Result>(work: () => Result): Result {
  const reach = reachOfStatement();
  return reach === null ? work() : reaches.run({ ...reach, office: THE_CITY_ITSELF }, work);
}

/** Of a statement that is sent at this place; null: as its connection was opened, since no request asks. */
export function reachOfStatement(): Reach | null {
  const scope = currentRequest();
  if (scope === null) return reaches.getStore() ?? null;
  return reaches.getStore() ?? { role: CITY_ROLE, tenant: scope.tenant, office: scope.office };
}

/** The request that is served at this place; null for followers, imports and all that nobody asked for. */
export function currentRequest(): RequestScope | null {
  return scopes.getStore() ?? null;
}
