import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { RequestSession } from '../graphql/context.js';
import { Cookies } from './cookies.js';
import { isApiKey } from './machine/api-key.js';
import { MachineSignIn } from './machine/machine-sign-in.js';
import { Sessions } from './session/sessions.js';

/** Who sends a request to GraphQL: an official in his session, or a machine with its key. */
@Injectable()
export class SendersOfRequests {
  constructor(
    private readonly cookies: Cookies,
    private readonly sessions: Sessions,
    private readonly machines: MachineSignIn,
  ) {}

  /** Null for a stranger. @throws GraphQLError `API_KEY_REFUSED` */
  async of(request: FastifyRequest): Promise<RequestSession | null> {
    const token = this.cookies.sessionOf(request);
    if (token === null) return null;
    return isApiKey(token) ? this.machines.find(token, request.ip) : this.sessions.find(token);
  }
}
