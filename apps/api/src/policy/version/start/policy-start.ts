import {
  decideRecordingFound,
  decideTakingStock,
  policyStream,
  versionOf,
  type NamedVersions,
} from '@duixian/casework';
import { EventStore } from '@duixian/event-store';
import type { Policy } from '@duixian/policy';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type pg from 'pg';
import { Clock } from '../../../clock/clock.js';
import { byInstallation } from '../../../command/by-installation.js';
import { commandIdOf } from '../../../command/command-id.js';
import { CommandRunner } from '../../../command/command-runner.js';
import { POOL } from '../../../database/database.module.js';
import { sqlFile } from '../../../database/sql-file.js';
import { PolicyBooks } from '../../law/policy-books.js';
import { PolicyFolder } from '../../law/policy-folder.js';
import { PolicyNotices } from '../notices/policy-notices.js';

const NAMED = sqlFile(import.meta.url, 'named-versions.sql');
/** Positions of the log that one statement looks through. */
const PORTION = 20_000n;

/** At every start, before anybody is served: the folder is held against what is on record, and what differs is said. */
@Injectable()
export class PolicyStart implements OnApplicationBootstrap {
  constructor(
    private readonly store: EventStore,
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly runner: CommandRunner,
    private readonly books: PolicyBooks,
    private readonly folder: PolicyFolder,
    private readonly notices: PolicyNotices,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.books.look();
    for (const tenant of await this.store.tenants()) await this.takeStock(tenant);
    for (const policy of this.folder.catalogue.policies) await this.recordFound(policy);
    this.notices.say();
  }

  /** Of a city whose claims an earlier release recorded: the versions that they name, once. */
  private async takeStock(tenant: string): Promise<void> {
    if (this.books.of(tenant).size > 0) return;
    const named = await this.namedIn(tenant);
    if (named.size === 0) return;
    const command = byInstallation(tenant, commandIdOf('policies taken stock of', tenant), this.clock.today());
    await this.runner.run('takeStockOfPolicies', command, (records) => {
      const beside = this.unrecordedOf(tenant).filter(({ id }) => !named.has(id));
      for (const policy of [...named.keys(), ...beside.map(({ id }) => id)]) records.saw(policyStream(policy), 0);
      const found = (id: string): Policy | null => this.folder.catalogue.policy(id) ?? null;
      return Promise.resolve(decideTakingStock({ command, named, found, beside }));
    });
  }

  /** Claims by policy and version. Read in portions, since no log is too long for a start. */
  private async namedIn(tenant: string): Promise<Map<string, NamedVersions>> {
    const named = new Map<string, NamedVersions>();
    const head = await this.store.head(tenant);
    for (let after = 0n; after < head; after += PORTION) {
      const { rows } = await this.pool.query<{ policy: string; version: string; claims: number }>(NAMED, [
        tenant,
        after.toString(),
        (after + PORTION).toString(),
      ]);
      for (const { policy, version, claims } of rows) {
        const versions = named.get(policy) ?? new Map<string, number>();
        named.set(policy, new Map([...versions, [version, (versions.get(version) ?? 0) + claims]]));
      }
    }
    return new Map(inOrder([...named].map(([policy, versions]) => [policy, new Map(inOrder([...versions]))])));
  }

  /** A version beside those on record; where nothing was decided yet, the first use records it. */
  private async recordFound(policy: Policy): Promise<void> {
    const { tenant, id, version } = policy;
    const book = this.books.book(tenant, id);
    const isMissed = book.missed.some((missed) => missed.version === version);
    if (versionOf(book, version) !== undefined || (book.inForce.length === 0 && !isMissed)) return;
    const commandId = commandIdOf('policy version found', tenant, id, version);
    const command = { ...byInstallation(tenant, commandId, this.clock.today()), policy: id, version };
    await this.runner.run('recordPolicyVersion', command, (records) => {
      records.saw(policyStream(id), book.length);
      const beside = isMissed ? this.unrecordedOf(tenant).filter((each) => each.id !== id) : [];
      for (const each of beside) records.saw(policyStream(each.id), 0);
      return Promise.resolve(decideRecordingFound({ command, files: policy, isMissed, beside }));
    });
  }

  /** Documents of a city in the folder of which nothing is on record. */
  private unrecordedOf(tenant: string): Policy[] {
    return this.folder.catalogue.policies.filter(
      (policy) => policy.tenant === tenant && this.books.book(tenant, policy.id).length === 0,
    );
  }
}

/** By their codes, so that the same log gives the same events. */
function inOrder<Value>(entries: readonly (readonly [string, Value])[]): (readonly [string, Value])[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
}
