import type { Reach } from '@duixian/casework';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { MachineTerms } from '@duixian/office';
import type { Role } from '../identity/permission.js';
import { unauthenticated } from './errors.js';
import { AnswerMeter } from './limits/answer-meter.js';

/** The official who sent the request. His tenant is part of every key and query. */
export interface Sender {
  readonly id: string;
  readonly tenant: string;
  readonly username: string;
  readonly displayName: string;
  /** GB/T 2260 code of his office. */
  readonly division: string;
  readonly department: string | null;
  readonly roles: readonly Role[];
  /** For what he acts on the day of the request, beside his own division and department. */
  readonly reach: Reach;
  /** What people call a division on that day. */
  readonly nameOf: (division: string) => string;
}

/** What belongs to one request and goes with it. */
export interface GraphqlContext {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Set by the permission guard, once, before any resolver runs. */
  session: Promise<RequestSession | null> | null;
  user: Sender | null;
  /** What was loaded belongs to it: a mutation replaces it, so that what is shown afterwards is loaded anew. */
  loads: object;
  /** Position of what a mutation of the request recorded last: what it answers is read from the log, up to there. */
  recorded: bigint | null;
  /** Set once the tables are waited for. */
  awaited: Promise<void> | null;
  /** Whether they were waited for in vain. */
  isBehind: boolean;
  /** Counts the answer while it is put together. */
  readonly meter: AnswerMeter;
}

/** Who sent the request, and the session he did it in. */
export interface RequestSession {
  readonly id: string;
  readonly user: Sender;
  readonly tokenHash: Buffer;
  /** What its user has to do before he may do anything but look after his own account. */
  readonly demand: 'password' | 'second-factor' | null;
  /** What a machine may read that came with its key; null where an official is signed in. */
  readonly machine: MachineTerms | null;
}

export function newContext(request: FastifyRequest, reply: FastifyReply): GraphqlContext {
  return {
    request,
    reply,
    session: null,
    user: null,
    loads: {},
    recorded: null,
    awaited: null,
    isBehind: false,
    meter: new AnswerMeter(),
  };
}

/** The session of a known sender. @throws GraphQLError `UNAUTHENTICATED` */
export async function sessionOf(context: GraphqlContext): Promise<RequestSession> {
  const session = await context.session;
  if (session === null) throw unauthenticated();
  return session;
}

/** The known sender of the request. @throws GraphQLError `UNAUTHENTICATED` */
export function userOf(context: GraphqlContext): Sender {
  if (context.user === null) throw unauthenticated();
  return context.user;
}
