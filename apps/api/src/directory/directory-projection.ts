import {
  COME_TO_NOTHING,
  fenOf,
  parseClaimEvent,
  statusAfter,
  type Application,
  type ClaimEvent,
} from '@duixian/casework';
import type { Projection, RecordedEvent } from '@duixian/event-store';
import type { Catalogue } from '@duixian/policy';
import type pg from 'pg';
import { sqlFile } from '../database/sql-file.js';
import { fingerprintOf } from '../identity/secret/secret-key.js';
import { idIn } from '../log/read-table.js';
import { marksOf } from './directory-hash.js';

const DDL = sqlFile(import.meta.url, 'directory-table.sql');

/** For who compares what the logs alone give: no department is named. */
export const NO_LAW: { readonly known: Pick<Catalogue, 'measure'> } = { known: { measure: () => undefined } };

interface Claimant {
  readonly claim: string;
  readonly uscc: string;
  readonly measure: string;
}

/** What a live claim rests on. */
interface Entry {
  readonly claim: string;
  /** As PostgreSQL writes a `bytea`. */
  readonly hash: string;
  readonly since: string;
  readonly department: string;
}

/**
 * Schema `directory`: keyed hashes of the papers and subjects of live claims, fed from the logs of all cities. Under
 * another key it has to be built anew.
 */
export function directoryProjection(key: Buffer, law: { readonly known: Pick<Catalogue, 'measure'> }): Projection {
  const entriesOf = ({ claim, uscc, measure }: Claimant, stated: Application, since: string): Entry[] => {
    const department = law.known.measure(measure)?.clause.departments.lead ?? '';
    const hashes = new Set(marksOf({ uscc, ...stated }, key).map(({ hash }) => `\\x${hash.toString('hex')}`));
    return [...hashes].map((hash) => ({ claim, hash, since, department }));
  };

  return {
    name: 'directory',
    version: 3,

    async create(client, schema) {
      await client.query(`set local search_path = ${schema}`);
      await client.query(DDL);
      await client.query('insert into made_with values ($1)', [fingerprintOf(key)]);
    },

    async apply(batch, client, schema) {
      const tenant = batch.at(-1)?.tenant;
      const events = batch.flatMap(claimEventIn);
      if (tenant === undefined || events.length === 0) return;
      await client.query(`set local search_path = ${schema}`);
      const claimants = await claimantsOf(tenant, events, client);
      const entries = new Map<string, Entry[]>();
      for (const { claim, event } of events) {
        if (isEnd(event)) entries.set(claim, []);
        if (event.type !== 'ClaimSubmitted' && event.type !== 'ClaimResubmitted') continue;
        const claimant = claimants.get(claim);
        if (claimant === undefined) throw new Error(`${claim} is stated anew before it is submitted.`);
        entries.set(claim, entriesOf(claimant, event.data, event.occurredOn));
      }
      if (entries.size === 0) return;
      await client.query('delete from entry where tenant = $1 and claim = any ($2)', [tenant, [...entries.keys()]]);
      await client.query(
        `insert into entry
         select $1, claim, hash::bytea, since, department
           from jsonb_to_recordset($2) as e (claim text, hash text, since date, department text)`,
        [tenant, JSON.stringify([...entries.values()].flat())],
      );
    },
  };
}

/** Whether the claim rests on nothing after the event; nor does one that is settled with nothing paid. */
function isEnd(event: ClaimEvent): boolean {
  const status = statusAfter('submitted', event);
  if (status === 'returned' || COME_TO_NOTHING.has(status)) return true;
  return event.type === 'ClaimSettled' && fenOf(event.data.paid) === 0n;
}

interface OfClaim {
  readonly claim: string;
  readonly event: ClaimEvent;
}

function claimEventIn(recorded: RecordedEvent): OfClaim[] {
  const claim = idIn(recorded.stream, 'claim-');
  return claim === null ? [] : [{ claim, event: parseClaimEvent(recorded) }];
}

/** By the claim's number; those of the batch are written down. */
async function claimantsOf(
  tenant: string,
  events: readonly OfClaim[],
  client: pg.ClientBase,
): Promise<ReadonlyMap<string, Claimant>> {
  const submitted = events.flatMap(({ claim, event }) =>
    event.type === 'ClaimSubmitted' ? [{ claim, uscc: event.data.uscc, measure: event.data.measure }] : [],
  );
  if (submitted.length > 0) {
    await client.query(
      `insert into claimant
       select $1, claim, uscc, measure from jsonb_to_recordset($2) as c (claim text, uscc text, measure text)`,
      [tenant, JSON.stringify(submitted)],
    );
  }
  const anew = events.flatMap(({ claim, event }) => (event.type === 'ClaimResubmitted' ? [claim] : []));
  if (anew.length === 0) return new Map(submitted.map((each) => [each.claim, each]));
  const { rows } = await client.query<Claimant>(
    'select claim, uscc, measure from claimant where tenant = $1 and claim = any ($2)',
    [tenant, anew],
  );
  return new Map([...rows, ...submitted].map((each) => [each.claim, each]));
}
