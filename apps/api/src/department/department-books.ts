import {
  agreedChanges,
  departmentsStream,
  evolveDepartmentBook,
  initialDepartmentBook,
  parseDepartmentEvent,
  type DepartmentBook,
} from '@duixian/casework';
import { EventStore } from '@duixian/event-store';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../database/database.module.js';
import { Outage } from '../database/outage.js';
import { OutageLog } from '../log/outage-log.js';
import { PolicyFolder } from '../policy/law/policy-folder.js';

/** How soon a page of this process shows what another one recorded. */
const LOOK_APART_MS = 1_000;

/** By the key, city by city. */
const STREAMS = `
  select h.tenant, s.version
    from es.head h join es.stream s on s.tenant = h.tenant and s.stream = 'departments-' || h.tenant`;

/**
 * What every city has on record of its departments, kept by each process, and told to whoever asks who goes on with whose work:
 * it follows the files. What is kept may be a second old, as may be which day it is; a decision on departments demands that the
 * stream is as it was seen.
 */
@Injectable()
export class DepartmentBooks implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly books = new Map<string, DepartmentBook>();
  private readonly outages: OutageLog;
  private looking: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly store: EventStore,
    private readonly folder: PolicyFolder,
    @Inject(POOL) private readonly pool: pg.Pool,
    outage: Outage,
  ) {
    this.outages = new OutageLog(new Logger(DepartmentBooks.name), outage);
  }

  /** Before anybody is served. */
  async onApplicationBootstrap(): Promise<void> {
    await this.look();
    this.timer = setInterval(() => {
      this.look().catch((error: unknown) => this.outages.say('Following the departments fails:', error));
    }, LOOK_APART_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.looking?.catch(() => undefined);
  }

  of(tenant: string): DepartmentBook {
    return this.books.get(tenant) ?? initialDepartmentBook;
  }

  /** Reads a city's stream to its end. */
  async refresh(tenant: string): Promise<DepartmentBook> {
    const known = this.of(tenant);
    const { events } = await this.store.readStream(tenant, departmentsStream(tenant), known.length + 1);
    const book = events.map(parseDepartmentEvent).reduce(evolveDepartmentBook, known);
    // A look may have come further meanwhile.
    if (book.length > this.of(tenant).length) {
      this.books.set(tenant, book);
      this.folder.catalogue.places.departments.record(tenant, agreedChanges(book));
    }
    return this.of(tenant);
  }

  private look(): Promise<void> {
    this.looking ??= this.readAll().finally(() => {
      this.looking = null;
    });
    return this.looking;
  }

  private async readAll(): Promise<void> {
    const { rows } = await this.pool.query<{ tenant: string; version: number }>(STREAMS);
    const behind = rows.filter(({ tenant, version }) => version > this.of(tenant).length);
    await Promise.all(behind.map(({ tenant }) => this.refresh(tenant)));
  }
}
