import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestListener } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { Plugin } from '@nestjs/apollo';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Outage } from '../../database/outage.js';
import { Cookies } from '../../identity/cookies.js';
import { SendersOfRequests } from '../../identity/senders-of-requests.js';
import { Offices } from '../../policy/law/offices.js';
import { currentRequest } from '../../request/request-scope.js';
import { SecurityLog } from '../../security-log/security-log.js';
import type { GraphqlContext, RequestSession } from '../context.js';
import { failureOf } from '../failure-of.js';
import { answerTooLarge } from './answer-meter.js';
import { QueryGate } from './gate.js';
import { FIELDS_MAX, STATEMENTS_MAX } from './limits.js';

/** HTTP statuses of requests that could not be served; anything else that GraphQL answers is 200. */
const STATUSES: Readonly<Record<string, number>> = {
  API_KEY_REFUSED: 401,
  QUERY_TOO_LARGE: 400,
  ANSWER_TOO_LARGE: 400,
  ONE_ATTEMPT_ONLY: 400,
  TOO_MANY_REQUESTS: 429,
  TOO_BUSY: 503,
  SERVICE_UNAVAILABLE: 503,
  NOT_RECORDED: 503,
  UNKNOWN_YET: 503,
  QUERY_TIMEOUT: 504,
};

/** Charges each request to its sender, and tells him in the answer what it cost, what is left, and its number. */
@Plugin()
export class QueryLimits implements ApolloServerPlugin<GraphqlContext> {
  constructor(
    private readonly gate: QueryGate,
    private readonly senders: SendersOfRequests,
    private readonly securityLog: SecurityLog,
    private readonly cookies: Cookies,
    private readonly outage: Outage,
    private readonly offices: Offices,
  ) {}

  requestDidStart(): Promise<GraphQLRequestListener<GraphqlContext>> {
    let left: number | null = null;
    return Promise.resolve({
      didResolveOperation: async (request) => {
        left = await this.charge(request);
      },
      didEncounterErrors: (request) => {
        for (const error of request.errors) this.logUnexpected(request.contextValue, error);
        return Promise.resolve();
      },
      willSendResponse: (request) => {
        describe(request, left);
        return Promise.resolve();
      },
    });
  }

  private async charge({ contextValue: context }: GraphQLRequestContext<GraphqlContext>): Promise<number | null> {
    const token = this.cookies.sessionOf(context.request);
    if (token === null) return null;
    context.session ??= this.senders.of(context.request);
    const session = await context.session.catch((error: unknown) => {
      if (error instanceof GraphQLError) throw error;
      this.logUnexpected(context, error);
      throw failureOf(error);
    });
    if (session === null) return null;
    const scope = currentRequest();
    if (scope !== null) {
      scope.tenant = session.user.tenant;
      scope.office = this.offices.of(session.user);
    }
    if (session.machine !== null) await this.chargeMachine(context, session, session.machine.perMinute);
    return this.gate.chargeAccount(session.user.id, token, scope?.cost?.points ?? 0).left;
  }

  private async chargeMachine({ request }: GraphqlContext, { id, user }: RequestSession, rate: number): Promise<void> {
    try {
      this.gate.chargeMachine(user.id, rate);
    } catch (error) {
      const { tenant, id: userId, displayName } = user;
      const who = { tenant, userId, username: null, displayName, address: request.ip, subject: id };
      await this.securityLog.record({ ...who, kind: 'api-key-refused', details: { because: 'rate' } });
      throw error;
    }
  }

  /** An error with a code of ours is an answer to the client; any other is for the log, with the request's number. */
  private logUnexpected({ request }: GraphqlContext, error: unknown): void {
    const cause = unwrapResolverError(error);
    if (cause instanceof GraphQLError || this.outage.covers(cause)) return;
    const path = error instanceof GraphQLError ? error.path?.join('.') : undefined;
    request.log.error({ err: cause, ...(path === undefined ? {} : { path }) }, 'A field could not be resolved.');
  }
}

function describe({ contextValue, response }: GraphQLRequestContext<GraphqlContext>, left: number | null): void {
  if (response.body?.kind !== 'single') return;
  const result = response.body.singleResult;
  if (contextValue.meter.isFull) {
    delete result.data;
    result.errors = [toFormatted(answerTooLarge())];
  }
  const cost = currentRequest()?.cost ?? null;
  if (cost !== null) {
    const { points, fields, statements } = cost;
    const most = { fieldsMax: FIELDS_MAX, statementsMax: STATEMENTS_MAX };
    const told = { points, fields: Math.ceil(fields), statements: Math.ceil(statements), ...most, left };
    result.extensions = { ...result.extensions, cost: told };
  }
  const { recorded, isBehind } = contextValue;
  if (recorded !== null) result.extensions = { ...result.extensions, position: recorded.toString() };
  if (isBehind) result.extensions = { ...result.extensions, behind: true };
  const { errors } = result;
  if (errors === undefined) return;
  const requestId = contextValue.request.id;
  result.errors = errors.map((error) => ({ ...error, extensions: { ...error.extensions, requestId } }));
  const status = errors.map(({ extensions }) => STATUSES[String(extensions?.code)]).find((each) => each !== undefined);
  if (status !== undefined) response.http.status = status;
  const wait = errors.map(({ extensions }) => extensions?.retryAfterS).find((each) => typeof each === 'number');
  if (wait !== undefined) response.http.headers.set('retry-after', String(wait));
}

function toFormatted({ message, extensions }: GraphQLError): GraphQLFormattedError {
  return { message, extensions };
}
