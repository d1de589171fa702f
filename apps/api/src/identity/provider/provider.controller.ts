import { Controller, Get, Logger, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Budgets, networkOf } from '../../graphql/limits/budget.js';
import { Cookies } from '../cookies.js';
import { KnownDevices } from '../device/known-devices.js';
import type { LoginOutcome } from '../login/login.js';
import { originOf } from '../origin.js';
import { Public } from '../require-permission.js';
import { Sessions } from '../session/sessions.js';
import { IdentityProvider, type ProvedIdentity } from './identity-provider.js';
import { ProviderSignIn, type IdentityProblem } from './provider-sign-in.js';
import { RoundTrips, type RoundTrip } from './round-trip.js';

/** Ways to the provider and back that one network may take in a minute. */
const PER_MINUTE = 120;

/** What the page of the sign-in, or of one's own account, is told in its address. */
type Problem = IdentityProblem | 'refused' | 'lapsed' | 'unavailable' | 'busy';

/** The way to the identity provider and back. A person's browser walks it: every end of it is a page of the admin. */
@Controller('oidc')
export class ProviderController {
  private readonly logger = new Logger(ProviderController.name);
  private readonly budgets = new Budgets(PER_MINUTE);

  constructor(
    private readonly provider: IdentityProvider,
    private readonly trips: RoundTrips,
    private readonly signIn: ProviderSignIn,
    private readonly sessions: Sessions,
    private readonly cookies: Cookies,
    private readonly devices: KnownDevices,
  ) {}

  @Get('start')
  @Public()
  async start(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    if (this.provider.name === null) return goTo(reply, '/login');
    if (!this.isWithinBudget(request)) return toSignIn(reply, 'busy');
    const url = await this.setOut(reply);
    return url === null ? toSignIn(reply, 'unavailable') : goTo(reply, url);
  }

  /** Where to; null when the provider does not answer. */
  private async setOut(reply: FastifyReply): Promise<string | null> {
    try {
      const { url, challenge } = await this.provider.challenge();
      this.trips.begin(reply, { ...challenge, linking: null });
      return url;
    } catch (error) {
      this.logger.error(error);
      return null;
    }
  }

  @Get('callback')
  @Public()
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    if (this.provider.name === null) return goTo(reply, '/login');
    const trip = this.trips.end(request, reply);
    if (trip === null) return toSignIn(reply, 'lapsed');
    const failed = trip.linking === null ? toSignIn : toAccount;
    if (!this.isWithinBudget(request)) return failed(reply, 'busy');
    const identity = await this.proved(request, trip);
    if (typeof identity === 'string') return failed(reply, identity);
    if (trip.linking === null) return this.finishSignIn(identity, request, reply);
    return this.finishLink(identity, trip.linking, request, reply);
  }

  private async proved(request: FastifyRequest, trip: RoundTrip): Promise<ProvedIdentity | 'refused' | 'unavailable'> {
    try {
      const { search } = new URL(request.url, 'http://localhost');
      return (await this.provider.prove(search, trip)) ?? 'refused';
    } catch (error) {
      this.logger.error(error);
      return 'unavailable';
    }
  }

  private async finishSignIn(
    identity: ProvedIdentity,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const outcome = await this.signIn.signIn(identity, originOf(request, this.cookies.deviceOf(request)));
    return typeof outcome === 'string' ? toSignIn(reply, outcome) : this.answer(outcome, request, reply);
  }

  private async answer(outcome: LoginOutcome, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    if (outcome.outcome === 'second-factor-needed') {
      // Behind #, so that it reaches no server and no log; good for five minutes, with a code of the second factor only.
      return goTo(reply, `/login#ticket=${outcome.ticket}`);
    }
    if (outcome.outcome !== 'begun') return toSignIn(reply, 'lapsed');
    const { user, session } = outcome;
    this.cookies.setSession(reply, session.token, session.expiresAt);
    this.cookies.setDevice(reply, await this.devices.remember(user.tenant, user.id, this.cookies.deviceOf(request)));
    return goTo(reply, '/');
  }

  /** In the session in which its owner proved himself for it, and in no other. */
  private async finishLink(
    identity: ProvedIdentity,
    linking: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const token = this.cookies.sessionOf(request);
    const session = token === null ? null : await this.sessions.find(token);
    if (session?.id !== linking) return toSignIn(reply, 'lapsed');
    return toAccount(reply, await this.signIn.link(session, identity, originOf(request, null)));
  }

  private isWithinBudget(request: FastifyRequest): boolean {
    return this.budgets.charge(networkOf(request.ip), 1).granted;
  }
}

function goTo(reply: FastifyReply, url: string): FastifyReply {
  return reply.header('cache-control', 'no-store').redirect(url, 302);
}

function toSignIn(reply: FastifyReply, problem: Problem): FastifyReply {
  return goTo(reply, `/login?identity=${problem}`);
}

function toAccount(reply: FastifyReply, problem: Problem | null): FastifyReply {
  return goTo(reply, `/account?identity=${problem ?? 'linked'}`);
}
