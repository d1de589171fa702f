import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { Cookies } from '../../identity/cookies.js';
import { currentRequest } from '../../request/request-scope.js';
import { tooManyRequests } from '../errors.js';
import { Budgets, networkOf, type Charge } from './budget.js';
import { costOf, type Cost } from './cost.js';
import { STATEMENTS_MAX, TOKENS_MAX } from './limits.js';
import { tooLarge } from './too-large.js';

/** What a request is charged that is refused, or that cannot be parsed: looking at it has its cost too. */
const REFUSED_POINTS = 100;

/** What was read of a request before GraphQL sees it. */
interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
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

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly cookies: Cookies,
  ) {
    this.addresses = new Budgets(config.budgetAddress);
    this.strangers = new Budgets(config.budgetAnonymous);
    this.accounts = new Budgets(config.budgetAccount);
  }

  /** @throws GraphQLError `QUERY_TOO_LARGE`, `TOO_MANY_REQUESTS` */
  admit(request: FastifyRequest, schema: GraphQLSchema): void {
    const network = networkOf(request.ip);
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

  /** Charges the account of whoever is signed in. @throws GraphQLError `TOO_MANY_REQUESTS` */
  chargeAccount(user: string, points: number): { readonly left: number } {
    return this.pay(this.accounts, user, points);
  }

  private costOf(schema: GraphQLSchema, { query, variables }: Asked, network: string): Cost | null {
    let document: DocumentNode;
    try {
      document = parse(query, { maxLexicalTokens: TOKENS_MAX, noLocation: true });
    } catch (error) {
      if (error instanceof GraphQLError && error.message.includes('token limit')) {
        this.pay(this.strangers, network, REFUSED_POINTS);
        throw tooLarge('tokens', TOKENS_MAX);
      }
      // What cannot be parsed is answered by whoever parses it again, with the place and the word.
      return null;
    }
    try {
      return costOf(schema, document, variables);
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

/** The query of a request by POST or GET; null when it has none. */
function askedBy({ method, body, query: search }: FastifyRequest): Asked | null {
  const from = method === 'GET' ? search : body;
  if (!isRecord(from) || typeof from.query !== 'string') return null;
  return { query: from.query, variables: variablesOf(from.variables) };
}

/** By GET they come as JSON. What is no object is refused later; its values are then counted as the largest. */
function variablesOf(given: unknown): Readonly<Record<string, unknown>> {
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
export function sendRefusal(reply: FastifyReply, error: GraphQLError, requestId: string): FastifyReply {
  const { code, says, retryAfterS } = error.extensions;
  const isBudget = code === 'TOO_MANY_REQUESTS';
  if (typeof retryAfterS === 'number') void reply.header('retry-after', String(retryAfterS));
  return reply
    .code(isBudget ? 429 : 400)
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message: error.message, extensions: { code, says, requestId } }] });
}
