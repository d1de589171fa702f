import pg from 'pg';
import { forNobody, reachOfStatement, type Reach } from '../request/request-scope.js';
import { BOUND_SETTINGS, boundValues } from './bound-settings.js';

/** Says for whom a transaction is: by which role it works, and the city and office whose rows that role sees and changes. */
const BIND = 'duixian.bind';
const PREPARE_BIND = `prepare "${BIND}" (${BOUND_SETTINGS.map(() => 'text').join(', ')}) as
  select ${BOUND_SETTINGS.map((name, index) => `set_config('${name}', $${index + 1}, true)`).join(', ')}`;

/** They touch no rows. */
const CONTROLS_TRANSACTION = /^\s*(?:begin|start transaction|commit|rollback|savepoint|release savepoint)\b/i;

/**
 * A connection whose statements see, while a request is served, the rows of its city and of its sender's office, and none before
 * it is known who sends it. What nobody's request does works as the connection was opened.
 *
 * Who it is goes before the statement in the same message: PostgreSQL runs both in one transaction, and what the first one
 * set ends with it.
 */
export class CityClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    // Typed as what pg declares are many ways to call it; what is not bound is handed on as it comes.
    const query = (...given: unknown[]): unknown => {
      const reach = reachOfStatement();
      const [asked, values] = given;
      if (reach === null || controlsTransaction(asked)) return this.send(given);
      const statement = boundStatement(configOf(asked, values), reach);
      const callback = given.find((each) => typeof each === 'function');
      if (callback !== undefined) return this.send([statement, callback]);
      return new Promise((resolve, reject) => {
        const answered = (error: Error | null, result?: unknown): void =>
          error === null ? resolve(result) : reject(traced(error));
        this.send([statement, answered]);
      });
    };
    Object.defineProperty(this, 'query', { value: query, configurable: true, writable: true });
  }

  private send(given: readonly unknown[]): unknown {
    const query: unknown = Reflect.get(pg.Client.prototype, 'query');
    return typeof query === 'function' ? Reflect.apply(query, this, given) : changed('query');
  }
}

/** Makes the connections of a pool such ones. */
export const BOUND_TO_CITIES: pg.PoolConfig = {
  Client: CityClient,
  // The pool waits for it, though it is declared as if it did not.
  onConnect: (client): unknown => forNobody(() => client.query(PREPARE_BIND)),
};

function boundStatement(config: pg.QueryConfig, reach: Reach): pg.Query {
  const values = boundValues(reach);
  const extended = { ...config, queryMode: 'extended' };
  const statement = new pg.Query(extended);
  let isBound = false;
  before(statement, 'prepare', (goOn, connection) => {
    if (!(connection instanceof pg.Connection)) return changed('prepare');
    connection.bind({ statement: BIND, values }, true);
    connection.execute({}, true);
    return goOn();
  });
  // What the first one answers is for nobody.
  before(statement, 'handleDataRow', (goOn) => (isBound ? goOn() : undefined));
  before(statement, 'handleCommandComplete', (goOn) => {
    if (isBound) return goOn();
    isBound = true;
    return undefined;
  });
  return statement;
}

/** Puts something before a method that pg calls as it sends a statement or hears its answer, which it does not declare. */
function before(statement: pg.Query, method: string, work: (goOn: () => unknown, given: unknown) => unknown): void {
  const inherited: unknown = Reflect.get(statement, method);
  if (typeof inherited !== 'function') return changed(method);
  const value = (...given: unknown[]): unknown =>
    work((): unknown => Reflect.apply(inherited, statement, given), given[0]);
  Object.defineProperty(statement, method, { value });
}

function changed(method: string): never {
  throw new Error(`pg sends statements in another way by now: see its ${method}.`);
}

function controlsTransaction(asked: unknown): boolean {
  return typeof asked === 'string' && CONTROLS_TRANSACTION.test(asked);
}

function configOf(asked: unknown, values: unknown): pg.QueryConfig {
  if (typeof asked === 'string') return Array.isArray(values) ? { text: asked, values } : { text: asked };
  if (!isStatement(asked)) throw new TypeError('A request sends its statements by their text.');
  return Array.isArray(values) ? { ...asked, values } : asked;
}

function isStatement(asked: unknown): asked is pg.QueryConfig {
  return typeof asked === 'object' && asked !== null && !('submit' in asked) && 'text' in asked;
}

/** With the way that leads to whoever asked, and not to the socket. */
function traced(error: Error): Error {
  Error.captureStackTrace(error);
  return error;
}
