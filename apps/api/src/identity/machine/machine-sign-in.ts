import { EventStore } from '@duixian/event-store';
import { foldMachine, keyEnd, machineStream, parseMachineEvent, type KeyEnd, type Machine } from '@duixian/office';
import type { Bilingual } from '@duixian/policy';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Clock } from '../../clock/clock.js';
import { POOL } from '../../database/database.module.js';
import { Divisions } from '../../division/divisions.js';
import type { RequestSession } from '../../graphql/context.js';
import { apiKeyRefused } from '../../graphql/errors.js';
import { forCity } from '../../request/request-scope.js';
import { SecurityLog } from '../../security-log/security-log.js';
import { tokenHash } from '../token.js';
import { apiKeyHash, isSameHash, parseApiKey, type StatedKey } from './api-key.js';

/** Last use is kept to the minute, and written once in it. */
const MINUTE_MS = 60_000;

const WORDS: Readonly<Record<KeyEnd | 'unknown', Bilingual>> = {
  unknown: { zh: '不是有效的密钥', en: 'is none' },
  revoked: { zh: '已吊销', en: 'was revoked' },
  replaced: { zh: '已被新密钥替换', en: 'was replaced by another one' },
  shut: { zh: '所属机器账号已关停', en: 'is of a machine account that is shut' },
  ended: { zh: '所属机器账号已到期', en: 'is of a machine account that has ended' },
};

/**
 * Whose key comes with a request. The account's own stream in the log is read for each, and nothing of it is kept: what is
 * revoked is refused by every process from the next request on, and no other table could say otherwise.
 */
@Injectable()
export class MachineSignIn {
  /** The minute for which this process wrote the last use, by account and key. */
  private readonly written = new Map<string, number>();

  constructor(
    private readonly store: EventStore,
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly clock: Clock,
    private readonly log: SecurityLog,
    private readonly divisions: Divisions,
  ) {}

  /** @throws GraphQLError `API_KEY_REFUSED` */
  async find(key: string, address: string): Promise<RequestSession> {
    const stated = parseApiKey(key);
    if (stated === null) return this.refuse('unknown', address, null, null, null);
    const { tenant, machine: id } = stated;
    const { events } = await forCity(tenant, () => this.store.readStream(tenant, machineStream(id)));
    if (events.length === 0) return this.refuse('unknown', address, null, null, null);
    const machine = foldMachine(events.map(parseMachineEvent));
    const hash = apiKeyHash(key);
    const known = machine.keys.find((each) => isSameHash(each.hash, hash));
    const now = this.clock.now();
    const end = known === undefined ? 'unknown' : keyEnd(machine, known, now.toISOString(), this.clock.today());
    if (known === undefined || end !== null || machine.terms === null) {
      return this.refuse(end ?? 'unknown', address, stated, machine, known?.id ?? null);
    }
    await this.noteUse(stated, known.id, now);
    const { name } = machine.terms;
    const place = { division: tenant, department: null };
    return {
      id: known.id,
      user: {
        ...{ tenant, id, username: id, displayName: name, ...place, roles: [] },
        reach: this.divisions.reachOf(place),
        nameOf: this.divisions.nameOf,
      },
      tokenHash: tokenHash(key),
      demand: null,
      machine: machine.terms,
    };
  }

  private async refuse(
    because: KeyEnd | 'unknown',
    address: string,
    stated: StatedKey | null,
    machine: Machine | null,
    key: string | null,
  ): Promise<never> {
    await this.log.record({
      tenant: stated?.tenant ?? null,
      userId: stated?.machine ?? null,
      username: null,
      displayName: machine?.terms?.name ?? null,
      address,
      kind: 'api-key-refused',
      subject: key,
      details: { because },
    });
    throw apiKeyRefused(WORDS[because]);
  }

  private async noteUse({ tenant, machine }: StatedKey, key: string, now: Date): Promise<void> {
    const minute = new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS);
    const use = `${machine} ${key}`;
    if (this.written.get(use) === minute.getTime()) return;
    await forCity(tenant, () =>
      this.pool.query(
        `update identity.machine_account set used_at = $3, used_key = $4
          where tenant = $1 and id = $2 and (used_at is null or used_at < $3 or used_key <> $4)`,
        [tenant, machine, minute, key],
      ),
    );
    this.written.set(use, minute.getTime());
  }
}
