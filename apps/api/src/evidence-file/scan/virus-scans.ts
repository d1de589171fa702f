import { randomUUID } from 'node:crypto';
import { decideScan, type RecordScan } from '@duixian/casework';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { Clock } from '../../clock/clock.js';
import { byInstallation } from '../../command/by-installation.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { POOL } from '../../database/database.module.js';
import { Outage } from '../../database/outage.js';
import { filesOf } from '../file-records.js';
import { FILE_STORE, type FileStore } from '../store/file-store.js';
import { Clamd, ScanFailure, type ScanResult } from './clamd.js';

const LOOK_MS = 2_000;
/** Files that one look takes: others that came meanwhile are the next one's. */
const LOOKED_AT_MAX = 50;
/** How soon a file is scanned again that could not be: each time twice as long. */
const AGAIN_MS = 60_000;
const AGAIN_MS_MAX = 3_600_000;

/** Why a file is closed that has not been scanned. */
export type ScanDelay = 'waiting' | ScanFailure['why'];

interface Unscanned {
  readonly tenant: string;
  readonly claim: string;
  readonly id: string;
  readonly sha256: string;
}

interface Failed {
  readonly why: ScanFailure['why'];
  readonly afterMs: number;
  readonly again: number;
}

/**
 * Has each file scanned that was not, where a scanner is set up. What is left to do stands in the record: a scanner that comes back
 * and a process that is started again go on with it.
 */
@Injectable()
export class VirusScans implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('VirusScans');
  private readonly scanner: Clamd | null;
  private readonly failed = new Map<string, Failed>();
  private isAway = false;
  private isStopping = false;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;

  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CONFIG) { files: { scanner } }: Config,
    @Inject(FILE_STORE) private readonly store: FileStore,
    private readonly runner: CommandRunner,
    private readonly clock: Clock,
    private readonly outage: Outage,
  ) {
    this.scanner = scanner && new Clamd(scanner);
  }

  onApplicationBootstrap(): void {
    if (this.scanner === null) return;
    this.timer = setInterval(() => void this.look(), LOOK_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    if (this.timer !== null) clearInterval(this.timer);
    await this.running;
  }

  /** Why a file is closed that nobody has scanned; null where nobody is to. */
  delayOf(file: string): ScanDelay | null {
    if (this.scanner === null) return null;
    return this.isAway ? 'away' : (this.failed.get(file)?.why ?? 'waiting');
  }

  /** Scans what was not. */
  look(): Promise<void> {
    this.running ??= this.scanAll()
      .catch((error: unknown) => {
        if (!this.outage.covers(error)) this.logger.error(error);
      })
      .finally(() => {
        this.running = null;
      });
    return this.running;
  }

  private async scanAll(): Promise<void> {
    const { scanner } = this;
    if (scanner === null) return;
    const now = performance.now();
    const later = [...this.failed].flatMap(([file, { again }]) => (again > now ? [file] : []));
    const { rows } = await this.pool.query<Unscanned>(
      `select tenant, claim, id, sha256 from read.evidence_file
        where scan is null and id <> all ($1::text[]) order by tenant, position limit $2`,
      [later, LOOKED_AT_MAX],
    );
    for (const file of rows) {
      if (this.isStopping) return;
      try {
        const result = await scanner.scan(file.sha256, () => this.store.open(file.tenant, file.sha256));
        this.listens(scanner);
        await this.record(file, result);
        this.failed.delete(file.id);
      } catch (error) {
        if (this.outage.covers(error)) return;
        if (error instanceof ScanFailure && error.why === 'away') {
          this.missed(error);
          return;
        }
        this.listens(scanner);
        this.putOff(file, error);
      }
    }
  }

  private async record({ tenant, claim, id }: Unscanned, { outcome, finding }: ScanResult): Promise<void> {
    const command: RecordScan = {
      ...byInstallation(tenant, randomUUID(), this.clock.today()),
      ...{ claim, file: id, outcome, finding },
    };
    // Where another process was faster, what it found stands.
    await this.runner.run('recordScan', command, async (records, asked) =>
      decideScan({ command: asked, files: await filesOf(records, claim) }),
    );
    if (outcome === 'infected') this.logger.warn(`A virus in file ${id} of claim ${claim}: ${finding ?? 'no name'}.`);
  }

  private putOff({ id, claim }: Unscanned, error: unknown): void {
    const afterMs = Math.min(AGAIN_MS_MAX, 2 * (this.failed.get(id)?.afterMs ?? AGAIN_MS / 2));
    const why = error instanceof ScanFailure ? error.why : 'broken';
    this.failed.set(id, { why, afterMs, again: performance.now() + afterMs });
    this.logger.warn(`File ${id} of claim ${claim} was not scanned and stays closed: ${String(error)}`);
  }

  private missed({ message }: ScanFailure): void {
    if (!this.isAway) this.logger.error(`The scanner for viruses is away, and new files stay closed: ${message}`);
    this.isAway = true;
  }

  private listens({ describes }: Clamd): void {
    if (this.isAway) this.logger.warn(`The scanner for viruses is back: ${describes}.`);
    this.isAway = false;
  }
}
