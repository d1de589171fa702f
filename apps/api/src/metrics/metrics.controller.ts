import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Headers, Inject, NotFoundException, Res, UnauthorizedException } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Public } from '../identity/require-permission.js';
import { Metrics } from './metrics.js';

/** For a monitoring system that holds the token; where none is set, there is nothing here. */
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Public()
  async show(
    @Headers('authorization') authorization: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { metricsToken } = this.config;
    if (metricsToken === null) throw new NotFoundException('Set DUIXIAN_METRICS_TOKEN to be shown metrics.');
    // The scheme is written in any case (RFC 9110, 11.1).
    const sent = (authorization ?? '').replace(/^bearer +/i, 'Bearer ');
    if (!isSame(sent, `Bearer ${metricsToken}`)) throw new UnauthorizedException();
    const text = await this.metrics.text();
    void reply.type(this.metrics.contentType);
    return text;
  }
}

/** Takes as long whatever was sent. */
function isSame(sent: string, expected: string): boolean {
  const [one, other] = [sent, expected].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
