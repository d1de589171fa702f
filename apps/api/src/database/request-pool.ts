import pg from 'pg';
import type { DatabaseLimits } from '../config/config.js';
import { STATEMENTS_MAX } from '../graphql/limits/limits.js';
import { tooLarge } from '../graphql/limits/too-large.js';
import { currentRequest } from '../request/request-scope.js';
import type { Outage } from './outage.js';
import { Turns } from './turns.js';

/** Connections that one request may hold at a time: what it asks for at once is read in so many portions. */
const PER_REQUEST_MAX = 4;
/** Statements of all requests that may wait for a connection. */
const WAITING_MAX = 5_000;
/** How much longer than the database the client waits for an answer: then the connection has gone silent. */
const SILENCE_MS = 2_000;
/** How soon the system asks whether the other end of an idle connection is still there. */
const KEEP_ALIVE_MS = 10_000;

/** What a prepared statement answers to whose tables have another shape since, as after a switch to a later version's. */
const OTHER_SHAPE = '0A000';

type Connected = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  release: (error?: Error | boolean) => void,
) => void;

/**
 * The connections that requests are served on. Nothing waits on one without end: not for a connection, not for a lock,
 * not for a statement, and not for a database that has gone silent. A request that holds its connections keeps no other
 * city from its own.
 *
 * One connection is kept for what nobody's request does, such as recording the commands of all of them together.
 */
export class RequestPool extends pg.Pool {
  private readonly turns: Turns;
  private readonly born = new WeakMap<pg.PoolClient, number>();
  /** Since a connection went silent: those that are older have likely gone with it. */
  private silentSince = Number.NEGATIVE_INFINITY;

  constructor(
    options: pg.PoolConfig & { readonly max: number },
    limits: DatabaseLimits,
    private readonly outage: Outage,
  ) {
    super({ ...options, ...timeLimits(limits) });
    const { connectSeconds } = limits;
    const all = Math.max(1, options.max - 1);
    const city = Math.max(1, Math.floor((all * 2) / 3));
    const shares = { all, city, request: Math.min(PER_REQUEST_MAX, city) };
    this.turns = new Turns(shares, { waitMs: connectSeconds * 1_000, waitingMax: WAITING_MAX });
    // A connection that breaks while idle is replaced; unheard, the event would end the process.
    this.on('error', (error) => outage.covers(error));
    this.on('connect', (client) => {
      // One that breaks between two statements of a transaction fails the next of them.
      client.on('error', nothing);
      this.born.set(client, performance.now());
      outage.over();
    });
    this.prepareAnew(options.max);
  }

  /**
   * A statement that was prepared for tables of another shape fails, and its connection is given up with it: the statement
   * is sent again, at most once to each connection that may have prepared it.
   */
  private prepareAnew(connections: number): void {
    // Typed as what pg declares are fifteen ways to call it; each of them is handed on as it comes.
    const query: (...args: never[]) => unknown = this.query.bind(this);
    const send = async (...args: never[]): Promise<unknown> => {
      for (let again = connections; ; again -= 1) {
        try {
          return await query(...args);
        } catch (error) {
          if (again === 0 || !(error instanceof pg.DatabaseError) || error.code !== OTHER_SHAPE) throw error;
        }
      }
    };
    Object.defineProperty(this, 'query', { value: send, configurable: true, writable: true });
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | void {
    const connected = this.connected();
    if (callback === undefined) return connected;
    connected.then(
      (client) => callback(undefined, client, client.release.bind(client)),
      (error: unknown) => callback(asError(error), undefined, nothing),
    );
  }

  private async connected(): Promise<pg.PoolClient> {
    const scope = currentRequest();
    if (scope === null) return this.fresh();
    if (scope.statementsLeft !== null) {
      if (scope.statementsLeft <= 0) throw tooLarge('statements', STATEMENTS_MAX);
      scope.statementsLeft -= 1;
    }
    const leave = await this.turns.take(scope);
    try {
      const client = await this.fresh();
      const release = client.release.bind(client);
      client.release = (error) => {
        leave();
        release(error);
      };
      return client;
    } catch (error) {
      leave();
      throw error;
    }
  }

  /** A connection that is not known to have gone silent. */
  private async fresh(): Promise<pg.PoolClient> {
    for (;;) {
      const client = await this.reach();
      if ((this.born.get(client) ?? 0) >= this.silentSince) return this.watched(client);
      client.release(true);
    }
  }

  private async reach(): Promise<pg.PoolClient> {
    try {
      return await super.connect();
    } catch (error) {
      this.outage.covers(error);
      throw error;
    }
  }

  /** Who gives a connection back that has not answered says so of all that are as old. */
  private watched(client: pg.PoolClient): pg.PoolClient {
    const release = client.release.bind(client);
    client.release = (error) => {
      if (error instanceof Error && error.message === 'Query read timeout') {
        this.silentSince = performance.now();
        this.outage.covers(error);
      }
      release(error);
    };
    return client;
  }
}

/** The limits as pg takes them: by the database where it answers, and by the client where it does not. */
export function timeLimits(limits: DatabaseLimits): pg.PoolConfig {
  return {
    connectionTimeoutMillis: limits.connectSeconds * 1_000,
    statement_timeout: limits.statementSeconds * 1_000,
    lock_timeout: limits.lockSeconds * 1_000,
    idle_in_transaction_session_timeout: limits.idleTransactionSeconds * 1_000,
    query_timeout: limits.statementSeconds * 1_000 + SILENCE_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function nothing(): void {
  // What is to be done about it is done elsewhere.
}
