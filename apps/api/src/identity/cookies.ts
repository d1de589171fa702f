import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';

const SESSION = 'duixian_session';
const DEVICE = 'duixian_device';
const DEVICE_SECONDS = 180 * 24 * 3_600;
/** RFC 9110, 11.1: the name of a scheme is written in any case. */
const BEARER = /^bearer(?: +([\w-]+))?/i;

/**
 * What the browser keeps. No script can read it, and no other site can post with it. Over HTTPS the names begin with
 * `__Host-`, so that neither plain HTTP nor another host of the domain can put one in.
 */
@Injectable()
export class Cookies {
  private readonly prefix: string;

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'secureCookie'>) {
    this.prefix = config.secureCookie ? '__Host-' : '';
  }

  /** The token that came with a request: in the header of a machine, or in the cookie of a browser. */
  sessionOf(request: FastifyRequest): string | null {
    // Any other scheme is not meant for us: a proxy may ask for a password of its own.
    const bearer = BEARER.exec(request.headers.authorization ?? '');
    if (bearer !== null) return bearer[1] ?? null;
    return request.cookies[this.prefix + SESSION] ?? null;
  }

  deviceOf(request: FastifyRequest): string | null {
    return request.cookies[this.prefix + DEVICE] ?? null;
  }

  setSession(reply: FastifyReply, token: string, expires: Date): void {
    void reply.setCookie(this.prefix + SESSION, token, { ...this.options(), expires });
  }

  clearSession(reply: FastifyReply): void {
    void reply.clearCookie(this.prefix + SESSION, this.options());
  }

  /** @param token by which this browser is known when somebody signs in again. */
  setDevice(reply: FastifyReply, token: string): void {
    void reply.setCookie(this.prefix + DEVICE, token, { ...this.options(), maxAge: DEVICE_SECONDS });
  }

  private options() {
    return { httpOnly: true, sameSite: 'lax', path: '/', secure: this.config.secureCookie } as const;
  }
}
