import { initialPolicyBook, policyStream, type PolicyBook } from '@duixian/casework';
import { EventStore } from '@duixian/event-store';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { Outage } from '../../database/outage.js';
import { OutageLog } from '../../log/outage-log.js';
import { bookStreams, foldPolicyBook } from './read-books.js';

/** How soon a page of this process shows what another one recorded. Decisions do not rest on it. */
const LOOK_APART_MS = 1_000;

/**
 * What is on record of the policies of every city, kept by each process. What is kept may be a second old: a decision that
 * names a version demands that the stream is as it was seen, and after a conflict the stream is read again.
 */
@Injectable()
export class PolicyBooks implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly books = new Map<string, Map<string, PolicyBook>>();
  private readonly outages: OutageLog;
  private looking: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private changes = 0;

  constructor(
    private readonly store: EventStore,
    @Inject(POOL) private readonly pool: pg.Pool,
    outage: Outage,
  ) {
    this.outages = new OutageLog(new Logger(PolicyBooks.name), outage);
  }

  /** Before anybody is served. */
  async onApplicationBootstrap(): Promise<void> {
    await this.look();
    this.timer = setInterval(() => {
      this.look().catch((error: unknown) => this.outages.say('Following the versions of policies fails:', error));
    }, LOOK_APART_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.looking?.catch(() => undefined);
  }

  /** Grows with everything that was read: what was made of the books before is made again. */
  get revision(): number {
    return this.changes;
  }

  /** By the policy's id; only those of which something is on record. */
  of(tenant: string): ReadonlyMap<string, PolicyBook> {
    return this.books.get(tenant) ?? new Map<string, PolicyBook>();
  }

  book(tenant: string, policy: string): PolicyBook {
    return this.of(tenant).get(policy) ?? initialPolicyBook;
  }

  tenants(): string[] {
    return [...this.books.keys()];
  }

  /** Reads what was recorded since; one look at a time. */
  look(): Promise<void> {
    this.looking ??= this.readAll().finally(() => {
      this.looking = null;
    });
    return this.looking;
  }

  /** Reads one stream to its end, whatever look is under way. */
  async refresh(tenant: string, policy: string): Promise<void> {
    const known = this.book(tenant, policy);
    const { events } = await this.store.readStream(tenant, policyStream(policy), known.length + 1);
    const read = foldPolicyBook(events, known);
    // A look may have come further meanwhile.
    if (read.length > this.book(tenant, policy).length) this.keep(tenant, policy, read);
  }

  private async readAll(): Promise<void> {
    const streams = await bookStreams(this.pool);
    const behind = streams.filter(({ tenant, policy, version }) => version > this.book(tenant, policy).length);
    await Promise.all(behind.map(({ tenant, policy }) => this.refresh(tenant, policy)));
  }

  private keep(tenant: string, policy: string, book: PolicyBook): void {
    const ofTenant = this.books.get(tenant) ?? new Map<string, PolicyBook>();
    this.books.set(tenant, ofTenant.set(policy, book));
    this.changes += 1;
  }
}
