import { setTimeout } from 'node:timers/promises';
import { ensureDatabase } from '@duixian/postgres';
// Not by the package's index, which needs jest around it.
import { DatabaseProxy } from '@duixian/testing/database-proxy';
import { Random } from '@duixian/testing/random';
import { check, type Findings } from '../fold/check.js';
import { listsCaughtUp, readRows } from '../fold/rows.js';
import { Ledger } from '../writers/ledger.js';
import { Writer } from '../writers/writer.js';
import { Application, type ProcessKind } from './application.js';
import { CITIES, QUANZHOU, FUZHOU } from './cities.js';
import { hireOfficials } from './officials.js';
import type { FaultyServer } from './server.js';

const CATCH_UP_SECONDS_MAX = 90;
const LOOK_MS = 200;

export interface StageSettings {
  readonly server: FaultyServer;
  /** Name of a database that is made for it. */
  readonly database: string;
  readonly processes: readonly ProcessKind[];
  /** Fills the empty database before the first start. */
  readonly prepare?: (ownerUrl: string) => Promise<void>;
  readonly writers: number;
  readonly random: Random;
  /** Whether the scenario goes on: asked after each round. */
  readonly goesOn: () => boolean;
}

/** What one scenario came to. */
export interface Outcome {
  readonly findings: Findings;
  readonly complaints: readonly string[];
  readonly acknowledged: number;
  readonly answers: ReadonlyMap<string, number>;
  readonly seconds: number;
  readonly longestStallSeconds: number;
  /** How often each fault was made. */
  readonly faults: ReadonlyMap<string, number>;
}

/** The system under load, and the ways to harm it. */
export class Stage {
  readonly ledger = new Ledger();
  readonly faults = new Map<string, number>();
  private readonly writing: Promise<void>[] = [];
  private readonly startedAt = performance.now();

  private constructor(
    private readonly settings: StageSettings,
    readonly ownerUrl: string,
    readonly proxy: DatabaseProxy,
    readonly applications: Application[],
    private readonly writers: readonly Writer[],
  ) {}

  /** Starts the processes; the writers begin when all of them serve. */
  static async set(settings: StageSettings): Promise<Stage> {
    const { server, database, random } = settings;
    const ownerUrl = await ensureDatabase(server.adminUrl, database);
    await settings.prepare?.(ownerUrl);
    const proxy = await DatabaseProxy.before(ownerUrl);
    // Once to make the tables: who stands in them at the next start goes on record as accounts of an earlier version do.
    const first = new Application({ role: 'both' }, proxy.url);
    await first.served();
    await first.stop();
    const officials = await hireOfficials(ownerUrl);
    const applications = settings.processes.map((kind) => new Application(kind, proxy.url));
    for (const application of applications) await application.served();
    await officials.signIn();
    const writers: Writer[] = [];
    const stage = new Stage(settings, ownerUrl, proxy, applications, writers);
    for (let number = 1; number <= settings.writers; number += 1) {
      const city = number % 2 === 0 ? FUZHOU : QUANZHOU;
      const own = officials.of.get(city);
      if (own === undefined) throw new Error(`${city.tenant} has no officials.`);
      writers.push(
        new Writer({
          city,
          officials: own,
          applications,
          ledger: stage.ledger,
          random: new Random(random.whole(1, 2 ** 31)),
          number,
        }),
      );
    }
    stage.writing.push(...writers.map((writer) => writer.run()));
    return stage;
  }

  get random(): Random {
    return this.settings.random;
  }

  get server(): FaultyServer {
    return this.settings.server;
  }

  /** Makes a fault, and counts it. */
  fault(name: string, make: () => void): void {
    this.faults.set(name, (this.faults.get(name) ?? 0) + 1);
    make();
  }

  /** Starts one more process; the writers find it once it serves. */
  async join(kind: ProcessKind): Promise<Application> {
    const application = new Application(kind, this.proxy.url);
    await application.served();
    this.applications.push(application);
    return application;
  }

  /** Stops a process in order, and starts it no more. */
  async leave(application: Application): Promise<void> {
    this.applications.splice(this.applications.indexOf(application), 1);
    await application.stop();
  }

  /** Does rounds of faults as long as the scenario goes on; one at least. */
  async rounds(round: () => Promise<void>): Promise<void> {
    do await round();
    while (this.settings.goesOn());
  }

  /** Waits for further acknowledgements of a city, or of any; complains when none come for two minutes. */
  async working(more: number, tenant: string | null = null): Promise<void> {
    const late = new AbortController();
    const isLate = await Promise.race([
      this.ledger.afterAcknowledging(more, tenant).then(() => false),
      setTimeout(120_000, true, { signal: late.signal }).catch(() => false),
    ]);
    late.abort();
    if (isLate) this.complain(`Two minutes without ${more} acknowledgements of ${tenant ?? 'anybody'}.`);
  }

  /** Looks until something is so; complains when it is not in time. */
  async until(what: string, isSo: () => Promise<boolean>, secondsMax: number): Promise<void> {
    const deadline = performance.now() + secondsMax * 1000;
    while (!(await isSo())) {
      if (performance.now() > deadline) {
        this.complain(`Within ${secondsMax} s it was not so: ${what}.`);
        return;
      }
      await setTimeout(LOOK_MS);
    }
  }

  readonly complain = (sentence: string): void => {
    this.ledger.complaints.add(sentence);
  };

  /** Ends the load, waits for the lists, and holds the tables against what the writers were told. */
  async strike(): Promise<Outcome> {
    for (const writer of this.writers) writer.stop();
    await Promise.all(this.writing);
    if (!(await listsCaughtUp(this.ownerUrl, CATCH_UP_SECONDS_MAX))) {
      const said = this.applications.map((application) => application.said).join('\n');
      this.complain(`The lists stood still for ${CATCH_UP_SECONDS_MAX} s.\n${said}`);
    }
    if (this.ledger.complaints.size > 0) for (const { failures } of this.applications) failures.forEach(this.complain);
    const rows = await readRows(this.ownerUrl);
    await Promise.all(this.applications.map((application) => application.stop()));
    await this.proxy.stop();
    return {
      findings: check(rows, this.ledger.commands),
      complaints: [...this.ledger.complaints],
      acknowledged: this.ledger.acknowledged(),
      answers: this.ledger.answers,
      seconds: (performance.now() - this.startedAt) / 1000,
      longestStallSeconds: Math.max(...CITIES.map(({ tenant }) => this.ledger.longestStallMs(tenant))) / 1000,
      faults: this.faults,
    };
  }
}
