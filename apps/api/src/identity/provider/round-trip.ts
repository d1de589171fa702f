import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Clock } from '../../clock/clock.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { SecretBox } from '../secret/secret-box.js';

const COOKIE = 'duixian_identity';
const OWNER = 'round trip to the identity provider';
const LIFETIME_SECONDS = 600;

const tripSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  /** Id of the session in which an identity is linked; null where somebody signs in. */
  linking: z.string().nullable(),
  endsAt: z.number(),
});
export type RoundTrip = Omit<z.infer<typeof tripSchema>, 'endsAt'>;

/**
 * What a browser keeps while its user is at the identity provider: sealed, so that nobody reads it or makes one, good for
 * ten minutes and for one answer.
 */
@Injectable()
export class RoundTrips {
  private readonly name: string;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'secureCookie'>,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {
    this.name = (config.secureCookie ? '__Host-' : '') + COOKIE;
  }

  begin(reply: FastifyReply, trip: RoundTrip): void {
    const endsAt = this.clock.now().getTime() + LIFETIME_SECONDS * 1_000;
    const sealed = this.box.seal(JSON.stringify({ ...trip, endsAt }), OWNER).toString('base64url');
    void reply.setCookie(this.name, sealed, { ...this.options(), maxAge: LIFETIME_SECONDS });
  }

  /** The trip from which a browser comes back, and which is over with that; null where there is none. */
  end(request: FastifyRequest, reply: FastifyReply): RoundTrip | null {
    const kept = request.cookies[this.name];
    if (kept === undefined) return null;
    void reply.clearCookie(this.name, this.options());
    const trip = this.opened(kept);
    return trip === null || trip.endsAt <= this.clock.now().getTime() ? null : trip;
  }

  private opened(kept: string): z.infer<typeof tripSchema> | null {
    try {
      return tripSchema.parse(JSON.parse(this.box.open(Buffer.from(kept, 'base64url'), OWNER)));
    } catch {
      // Whatever a browser sends that was not given to it.
      return null;
    }
  }

  private options() {
    return { httpOnly: true, sameSite: 'lax', path: '/', secure: this.config.secureCookie } as const;
  }
}
