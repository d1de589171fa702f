import { EventStore } from '@duixian/event-store';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { POOL } from '../database/database.module.js';
import { ReadModel } from '../log/read-model.js';
import { lastVerification, verificationUnderWay } from '../verification/verifications.js';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What a monitoring system asks for: figures of this process, and of the log and its followers as the database has them. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'duixian_http_request_seconds',
    help: 'HTTP requests by route and status, and how long they took.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly appends = new Counter({
    name: 'duixian_appends_total',
    help: 'Commands that this process appended to the log, by what came of them.',
    labelNames: ['outcome'],
    registers: [this.registry],
  });
  private readonly head = this.perCity('duixian_log_head', 'Position of the last event of the log.');
  private readonly position = this.perCity(
    'duixian_read_position',
    'Position up to which the read tables hold the log.',
  );
  private readonly lag = this.perCity('duixian_read_lag_events', 'Events that the read tables do not hold yet.');
  private readonly lagSeconds = this.perCity(
    'duixian_read_lag_seconds',
    'Seconds since the oldest event was recorded that the read tables do not hold yet.',
  );
  private readonly setAside = this.perCity(
    'duixian_set_aside_streams',
    'Streams that the read tables did not go on with.',
  );
  private readonly heartbeat = new Gauge({
    name: 'duixian_follower_heartbeat_age_seconds',
    help: 'Seconds since a process that follows the log last said so.',
    labelNames: ['host', 'pid'],
    registers: [this.registry],
  });
  private readonly building = new Gauge({
    name: 'duixian_read_build_ratio',
    help: 'Share of the log that a build of the read tables holds; 1 when none is under way.',
    registers: [this.registry],
  });

  private readonly verified = new Gauge({
    name: 'duixian_verification_timestamp_seconds',
    help: 'When the last verification of the record began, in seconds since 1970; absent before the first.',
    registers: [this.registry],
  });
  private readonly differences = new Gauge({
    name: 'duixian_verification_differences',
    help: 'What the last verification found that is not as it was recorded; anything but 0 needs a person.',
    registers: [this.registry],
  });
  private readonly verifying = new Gauge({
    name: 'duixian_verification_running',
    help: '1 while the record is being verified, by whichever process.',
    registers: [this.registry],
  });

  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly readModel: ReadModel,
    store: EventStore,
  ) {
    collectDefaultMetrics({ register: this.registry });
    store.onOutcome((outcome) => this.appends.inc({ outcome }));
  }

  /** @param route as it is declared, never the address as it was sent: a label for each address would be a flood. */
  observeRequest(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status }, seconds);
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** In the text format of Prometheus. */
  async text(): Promise<string> {
    const { tenants, followers, build } = await this.readModel.state();
    for (const gauge of [this.head, this.position, this.lag, this.lagSeconds, this.setAside, this.heartbeat])
      gauge.reset();
    for (const { tenant: city, head, position, waitingSeconds, setAside } of tenants) {
      this.head.set({ city }, Number(head));
      this.position.set({ city }, Number(position));
      this.lag.set({ city }, Number(head - position));
      this.lagSeconds.set({ city }, waitingSeconds);
      this.setAside.set({ city }, setAside);
    }
    for (const { host, pid, ageSeconds } of followers) this.heartbeat.set({ host, pid }, ageSeconds);
    this.building.set(build === null || build.total === 0 ? 1 : build.handled / build.total);
    const last = await lastVerification(this.pool);
    if (last !== null) this.verified.set(Date.parse(last.startedAt) / 1000);
    this.differences.set(last?.differences.length ?? 0);
    this.verifying.set((await verificationUnderWay(this.pool)) === null ? 0 : 1);
    return this.registry.metrics();
  }

  private perCity(name: string, help: string): Gauge<'city'> {
    return new Gauge({ name, help, labelNames: ['city'], registers: [this.registry] });
  }
}
