import { setTimeout as pause } from 'node:timers/promises';
import {
  ensureProjection,
  EventStore,
  followProjection,
  isBuildWanted,
  rebuild,
  type Follower,
  type Projection,
  type ProjectionContext,
} from '@duixian/event-store';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import pg from 'pg';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { FOLLOW_POOL, POOL } from '../database/database.module.js';
import { Outage } from '../database/outage.js';
import { SecretBox } from '../identity/secret/secret-box.js';
import { fingerprintOf } from '../identity/secret/secret-key.js';
import { codeFingerprint } from '../log/code-fingerprint.js';
import { LogNews } from '../log/log-news.js';
import { OutageLog } from '../log/outage-log.js';
import { Law } from '../policy/law/law.js';
import { PolicyBooks } from '../policy/law/policy-books.js';
import { marksOf, otherSidesOf, type DirectoryMark, type Stated } from './directory-hash.js';
import { DIRECTORY_USE } from './directory-key.js';
import { directoryProjection } from './directory-projection.js';
import { acrossCities } from '../request/request-scope.js';

const RETRY_MS = 5_000;
/** Nobody waits for it: another city learns of a paper with its next look. */
const LOOK_APART_MS = 250;
const UNDEFINED_TABLE = '42P01';

/** A city, other than the claim's, in which a live claim rests on the same. */
export interface FoundElsewhere {
  readonly mark: DirectoryMark;
  readonly tenant: string;
  /** The first day, `YYYY-MM-DD`. */
  readonly since: string;
  /** That leads there. */
  readonly department: string;
}

interface FoundRow extends Omit<FoundElsewhere, 'mark'> {
  readonly hash: Buffer;
}

/** The directory of all cities of the installation: whether another has a claim on the same paper or subject. */
@Injectable()
export class Directory implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(Directory.name);
  private readonly outages: OutageLog;
  private readonly stopping = new AbortController();
  private follower: Follower | null = null;
  private key: Buffer | null = null;
  private building: Promise<void> | null = null;

  constructor(
    private readonly store: EventStore,
    private readonly law: Law,
    private readonly books: PolicyBooks,
    private readonly secrets: SecretBox,
    private readonly news: LogNews,
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(FOLLOW_POOL) private readonly followPool: pg.Pool,
    @Inject(CONFIG) private readonly config: Config,
    outage: Outage,
  ) {
    this.outages = new OutageLog(this.logger, outage);
  }

  async onModuleInit(): Promise<void> {
    this.key = await this.secrets.keyFor(DIRECTORY_USE);
    if (this.config.role === 'api') return;
    if (this.key === null) {
      this.logger.warn(
        'This worker has no key of the installation (DUIXIAN_SECRET_KEY, or secret.key in its data directory): it does ' +
          'not keep the directory by which cities learn of papers that another one has.',
      );
      return;
    }
    this.building = this.follow(directoryProjection(this.key, this.law), fingerprintOf(this.key));
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.building;
    await this.follower?.stop();
  }

  /**
   * What of a claim other cities have live claims on; by city, the earliest first. Nothing while this has no key.
   *
   * @param names those under which the enterprise is known: another claim may name it as the other side of a contract.
   */
  async elsewhere(tenant: string, claim: Stated, names: readonly string[]): Promise<FoundElsewhere[]> {
    if (this.key === null) return [];
    const marks = [...marksOf(claim, this.key), ...otherSidesOf(claim.evidence, names, this.key)];
    const { rows } = await this.found({
      name: 'directory.elsewhere',
      text: `select hash, tenant, min(since)::text as since, min(department) as department
               from directory.entry where hash = any ($2) and tenant <> $1
              group by hash, tenant order by since, tenant`,
      values: [tenant, marks.map(({ hash }) => hash)],
    });
    const found = rows.flatMap(({ hash, ...each }) => {
      const mark = marks.find((one) => one.hash.equals(hash));
      return mark === undefined ? [] : [{ mark, ...each }];
    });
    // A contract that is the same by its enterprise and by its party is told once.
    return found.filter((each, index) => found.findIndex((other) => isSameFinding(each, other)) === index);
  }

  /** Nothing before the directory is built for the first time. */
  private async found(query: pg.QueryConfig): Promise<{ readonly rows: readonly FoundRow[] }> {
    try {
      return await acrossCities(() => this.pool.query<FoundRow>(query));
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.code === UNDEFINED_TABLE) return { rows: [] };
      throw error;
    }
  }

  /** Builds what is missing, and follows the log; tries until it succeeds, and no start waits for it. */
  private async follow(projection: Projection, fingerprint: Buffer): Promise<void> {
    const context: ProjectionContext = {
      store: this.store,
      pool: this.followPool,
      leaseMs: this.config.leaseSeconds * 1000,
      onSetAside: ({ tenant, stream, error }) =>
        this.logger.error(`${tenant}: ${stream} cannot be entered in the directory: ${error}`),
    };
    const kept = { ...projection, fingerprint: codeFingerprint() };
    while (!this.stopping.signal.aborted) {
      try {
        const { signal } = this.stopping;
        await this.books.look();
        if (await isBuildWanted(kept, context)) await ensureProjection(kept, context, signal);
        if (!(await this.isMadeWith(fingerprint))) await rebuild(kept, context, signal);
        break;
      } catch (error) {
        this.outages.say('Building the directory of all cities fails:', error);
        await pause(RETRY_MS, null, { signal: this.stopping.signal, ref: false }).catch(() => null);
      }
    }
    if (this.stopping.signal.aborted) return;
    const follower = followProjection(kept, context, {
      concurrency: 1,
      lookApartMs: LOOK_APART_MS,
      onError: (error, tenant) => this.outages.say(`Following the log of ${tenant ?? 'any city'} fails:`, error),
    });
    this.follower = follower;
    this.news.onNews(() => follower.wake());
    follower.start();
  }

  private async isMadeWith(fingerprint: Buffer): Promise<boolean> {
    const { rowCount } = await this.pool.query('select from directory.made_with where fingerprint = $1', [fingerprint]);
    return rowCount === 1;
  }
}

function isSameFinding({ mark, tenant }: FoundElsewhere, other: FoundElsewhere): boolean {
  return tenant === other.tenant && paperOf(mark) === paperOf(other.mark);
}

/** Null of a subject: a claim has one. */
function paperOf(mark: DirectoryMark): string | null {
  return mark.what === 'paper' ? `${mark.kind}-${mark.number}` : null;
}
