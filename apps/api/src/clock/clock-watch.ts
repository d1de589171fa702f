import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../database/database.module.js';
import { clockDiffers } from '../graphql/errors.js';
import { Clock } from './clock.js';

/** A process whose clock differs by more takes no steps: what else it writes down would not fit the record. */
const DIFFERENCE_MS_MAX = 120_000;
const ASK_EVERY_MS = 15_000;

/** Keeps the database's time, and compares the clock of this process with it. */
@Injectable()
export class ClockWatch implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(ClockWatch.name);
  private timer: NodeJS.Timeout | null = null;
  private toldOfDifference = false;

  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.ask();
    this.timer = setInterval(() => void this.ask().catch(stillRunning), ASK_EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }

  /** Seconds by which the clock of this process is ahead of the database's; null while they agree within two minutes. */
  get differsBySeconds(): number | null {
    const aheadMs = Date.now() - this.clock.ofDatabase().getTime();
    return Math.abs(aheadMs) > DIFFERENCE_MS_MAX ? Math.round(aheadMs / 1000) : null;
  }

  /** @throws GraphQLError `CLOCK_DIFFERS` while this process may take no steps. */
  demandAgreement(): void {
    const seconds = this.differsBySeconds;
    if (seconds !== null) throw clockDiffers(seconds);
  }

  private async ask(): Promise<void> {
    const asked = performance.now();
    const { rows } = await this.pool.query<{ now: string }>(
      'select (extract(epoch from clock_timestamp()) * 1000)::bigint as now',
    );
    // Half of the way there and back lies before the database looked at its clock.
    this.clock.setTo(Number(rows[0]?.now), (asked + performance.now()) / 2);
    this.tell();
  }

  /** One line when they part, one when they agree again. */
  private tell(): void {
    const seconds = this.differsBySeconds;
    if (seconds !== null && !this.toldOfDifference) {
      const side = seconds > 0 ? 'ahead of' : 'behind';
      this.logger.error(
        `The clock of this process is ${Math.abs(seconds)} s ${side} the database's: it takes no steps until both ` +
          `agree within ${DIFFERENCE_MS_MAX / 1000} s. Synchronise the machines (NTP).`,
      );
    } else if (seconds === null && this.toldOfDifference) {
      this.logger.log('The clock of this process agrees with the database again.');
    }
    this.toldOfDifference = seconds !== null;
  }
}

function stillRunning(): void {
  // The database is away, which others say: the time asked for last runs on.
}
