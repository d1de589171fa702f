import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  getOperationAST,
  GraphQLError,
  Lexer,
  OperationTypeNode,
  parse,
  Source,
  TokenKind,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { Cookies } from '../../identity/cookies.js';
import { currentRequest } from '../../request/request-scope.js';
import { badInput, tooManyRequests } from '../errors.js';
import { checkShape } from './bad-request.js';
import { Budgets, networkOf, type Charge } from './budget.js';
import { costOf, type Cost } from './cost.js';
import { NAME_LENGTH_MAX, QUERY_LENGTH_MAX, STATEMENTS_MAX, TOKENS_MAX } from './limits.js';
import { Senders } from './senders.js';
import { Slowdown } from './slowdown.js';
import { tooLarge } from './too-large.js';
import { checkMarks, checkTypes, checkVariables, type Variables } from './variables.js';

/** What a request is charged that is refused, or that cannot be parsed: looking at it has its cost too. */
const REFUSED_POINTS = 100;

/** What was read of a request before GraphQL sees it. */
interface Asked {
  readonly query: string;
  readonly variables: Variables;
  readonly operationName: string | null;
}

/**
 * Stands before GraphQL: it reckons what a request may cost before anything of it is validated, refuses what costs too
 * much with HTTP 400, and what its sender has no budget for with 429.
 */
@Injectable()
export class QueryGate {
  private readonly addresses: Budgets;
  private readonly strangers: Budgets;
  private readonly accounts: Budgets;
  /** Requests of machines, of which each has as many a minute as was agreed. */
  private readonly machines = new Budgets(1);
  private readonly slowdown: Slowdown;
  private readonly senders: Senders;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly cookies: Cookies,
  ) {
    this.addresses = new Budgets(config.budgetAddress);
    this.strangers = new Budgets(config.budgetAnonymous);
    this.accounts = new Budgets(config.budgetAccount);
    this.slowdown = new Slowdown(config.budgetRefused);
    this.senders = new Senders(cookies);
  }

  /** Milliseconds for which a request waits before it is read. @throws GraphQLError `TOO_MANY_REQUESTS` */
  turnOf(request: FastifyRequest): number {
    const turn = this.slowdown.turnOf(this.senders.of(request));
    if (!turn.granted) throw tooManyRequests(turn.retryAfterS);
    return turn.waitMs;
  }

  /** Takes note that a request came to nothing. */
  refused(request: FastifyRequest): void {
    this.slowdown.refused(this.senders.of(request));
  }

  /** @throws GraphQLError `BAD_REQUEST`, `QUERY_TOO_LARGE`, `BAD_USER_INPUT`, `TOO_MANY_REQUESTS` */
  admit(request: FastifyRequest, schema: GraphQLSchema): void {
    const network = networkOf(request.ip);
    try {
      checkShape(request);
    } catch (error) {
      this.pay(this.strangers, network, REFUSED_POINTS);
      throw error;
    }
    const asked = askedBy(request);
    const cost = asked === null ? null : this.costOf(schema, asked, network);
    const scope = currentRequest();
    if (scope !== null) {
      scope.cost = cost;
      // Estimates are held against what is run: twice as many, since what is loaded together may come apart.
      scope.statementsLeft = STATEMENTS_MAX * 2;
    }
    const isStranger = this.cookies.sessionOf(request) === null;
    this.pay(isStranger ? this.strangers : this.addresses, network, cost?.points ?? REFUSED_POINTS);
  }

  /** Charges the network of a request that is no query. @throws GraphQLError `TOO_MANY_REQUESTS` */
  admitPlain(request: FastifyRequest, points: number): void {
    const isStranger = this.cookies.sessionOf(request) === null;
    this.pay(isStranger ? this.strangers : this.addresses, networkOf(request.ip), points);
  }

  /** Charges the account to which a session belongs. @throws GraphQLError `TOO_MANY_REQUESTS` */
  chargeAccount(user: string, token: string, points: number): { readonly left: number } {
    this.senders.remember(token, user);
    return this.pay(this.accounts, user, points);
  }

  /** Charges a request to the machine that sent it. @throws GraphQLError `TOO_MANY_REQUESTS` */
  chargeMachine(machine: string, perMinute: number): void {
    const charge = this.machines.charge(machine, 1, perMinute);
    if (!charge.granted) throw tooManyRequests(charge.retryAfterS);
  }

  private costOf(schema: GraphQLSchema, asked: Asked, network: string): Cost | null {
    try {
      const document = parsed(asked.query);
      // What cannot be parsed is answered by whoever parses it again, with the place and the word.
      if (document === null) return null;
      checkVariables(asked.variables);
      const cost = costOf(schema, document, asked.variables);
      checkOperation(schema, document, asked);
      return cost;
    } catch (error) {
      this.pay(this.strangers, network, REFUSED_POINTS);
      throw error;
    }
  }

  private pay(budgets: Budgets, key: string, points: number): Extract<Charge, { granted: true }> {
    const charge = budgets.charge(key, points);
    if (!charge.granted) throw tooManyRequests(charge.retryAfterS);
    return charge;
  }
}

/** The document, if it is one. @throws GraphQLError `QUERY_TOO_LARGE` */
function parsed(query: string): DocumentNode | null {
  if (query.length > QUERY_LENGTH_MAX) throw tooLarge('length', QUERY_LENGTH_MAX);
  try {
    checkTokens(new Lexer(new Source(query)));
    return parse(query, { noLocation: true });
  } catch (error) {
    if (error instanceof GraphQLError && error.extensions.code === undefined) return null;
    throw error;
  }
}

const TEXTS: ReadonlySet<TokenKind> = new Set([TokenKind.STRING, TokenKind.BLOCK_STRING]);

function checkTokens(lexer: Lexer): void {
  let tokens = 0;
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
    if (++tokens > TOKENS_MAX) throw tooLarge('tokens', TOKENS_MAX);
    const isName = token.kind === TokenKind.NAME;
    if (TEXTS.has(token.kind)) checkMarks(token.value);
    if (isName && token.value.length > NAME_LENGTH_MAX) throw tooLarge('names', NAME_LENGTH_MAX);
  }
}

/** @throws GraphQLError `BAD_USER_INPUT` */
function checkOperation(schema: GraphQLSchema, document: DocumentNode, { operationName, variables }: Asked): void {
  const operation = getOperationAST(document, operationName);
  if (operation == null) return;
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
    throw badInput('query', {
      zh: '本系统没有订阅，请用查询，并在需要时再次查询。',
      en: 'There are no subscriptions here: send a query, and send it again when you want to know more.',
    });
  }
  checkTypes(schema, operation, variables);
}

/** The query of a request by POST or GET; null when it has none. */
function askedBy({ method, body, query: search }: FastifyRequest): Asked | null {
  const from = method === 'GET' ? search : body;
  if (!isRecord(from) || typeof from.query !== 'string') return null;
  const operationName = typeof from.operationName === 'string' ? from.operationName : null;
  return { query: from.query, variables: variablesOf(from.variables), operationName };
}

/** By GET they come as JSON. What is no object is refused later; its values are then counted as the largest. */
function variablesOf(given: unknown): Variables {
  if (isRecord(given)) return given;
  if (typeof given !== 'string') return {};
  try {
    const parsed: unknown = JSON.parse(given);
    return isRecord(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Answers a refused request as GraphQL would have. */
export function sendRefusal(
  reply: FastifyReply,
  error: GraphQLError,
  requestId: string,
  status = error.extensions.code === 'TOO_MANY_REQUESTS' ? 429 : 400,
): FastifyReply {
  const { retryAfterS } = error.extensions;
  if (typeof retryAfterS === 'number') void reply.header('retry-after', String(retryAfterS));
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message: error.message, extensions: { ...error.extensions, requestId } }] });
}
