import type { ObjectorKind } from '@duixian/casework';
import type { Difference } from '@duixian/event-store';
import type { AccountRef } from '@duixian/registry';
import { accountHash } from '../bank-account/payee-accounts.js';
import { objectorHash } from '../claim/objection/objector-store.js';
import type { Connection } from '../database/transaction.js';
import type { ContactDetails } from '../enterprise/contact/contact-details.js';
import { contactHash } from '../enterprise/contact/contact-store.js';

interface CheckedRow {
  readonly id: string;
  readonly uscc: string;
  readonly salt: Buffer | null;
  readonly position: string | null;
  readonly unrecorded: boolean;
}
type CheckedNumber = CheckedRow & {
  readonly holder: string;
  readonly number: string;
  readonly account: AccountRef | null;
};
type CheckedContact = CheckedRow & ContactDetails & { readonly hash: string | null };
type Table = 'identity.contact' | 'identity.bank_account';
type Changes = 'contact_change' | 'bank_account_change';
type TableDifference = Omit<Difference, 'check' | 'tenant'>;

interface CheckedObjector extends Omit<CheckedRow, 'uscc'> {
  readonly claim: string;
  readonly kind: ObjectorKind;
  readonly name: string;
  readonly phone: string;
  readonly hash: string | null;
}

/** Rows that are read at once. */
const PAGE = 1000;

/** A row that nothing was recorded of, beyond the day for which its command may be in hand, and the sweep after it. */
const UNRECORDED = `
  coalesce(k.kept_at < now() - interval '2 days', true)
  and not exists (select from es.command c where c.tenant = k.tenant and c.command_id = k.id::text) as unrecorded`;

const NUMBERS = `
  select k.id, k.uscc, k.salt, k.holder, k.number, r.position, r.account, ${UNRECORDED}
    from identity.bank_account k
    left join read.bank_account_change r on r.tenant = k.tenant and r.proposal = k.id::text
   where k.tenant = $1 and k.id > $2
   order by k.id
   limit ${PAGE}`;

const CONTACTS = `
  select k.id, k.uscc, k.salt, k.name, k.phone, k.email, r.position, r.hash, ${UNRECORDED}
    from identity.contact k
    left join read.contact_change r on r.tenant = k.tenant and r.proposal = k.id::text
   where k.tenant = $1 and k.id > $2
   order by k.id
   limit ${PAGE}`;

const OBJECTORS = `
  select k.id, k.claim, k.salt, k.kind, k.name, k.phone, e.position, e.data -> 'by' ->> 'hash' as hash, ${UNRECORDED}
    from identity.objector k
    left join es.command c on c.tenant = k.tenant and c.command_id = k.id::text
    left join es.event e on e.tenant = k.tenant and e.position = c.first
   where k.tenant = $1 and k.id > $2
   order by k.id
   limit ${PAGE}`;

/** The first objection whose row with who objects is gone, though no erasure of it was recorded. */
const MISSING_OBJECTOR = `
  select e.position::text as position, e.data ->> 'objection' as id
    from es.event e
   where e.tenant = $1
     and e.type in ('ObjectionRaised', 'ObjectionNoted')
     and e.data -> 'by' <> 'null'
     and not exists (select from identity.objector k where k.tenant = e.tenant and k.id::text = e.data ->> 'objection')
     and not exists (
       select from es.event erased
        where erased.tenant = e.tenant and erased.stream = e.stream and erased.type = 'ObjectorErased'
          and erased.data ->> 'objection' = e.data ->> 'objection'
     )
   order by e.position
   limit 1`;

/**
 * The first proposal without its row, though no erasure was recorded after it. That is asked of the log itself, in one
 * statement with the rows: an erasure is recorded before it is done, and read tables follow later.
 */
const missing = (rows: Table, changes: Changes): string => `
  select c.last::text as position, r.proposal as id
    from read.${changes} r
    join es.command c on c.tenant = r.tenant and c.command_id = r.proposal
   where r.tenant = $1
     and not exists (select from ${rows} k where k.tenant = r.tenant and k.id::text = r.proposal)
     and not exists (
       select from es.event e
        where e.tenant = r.tenant and e.stream = 'contact-' || r.uscc and e.type = 'ContactErased' and e.position > c.last
     )
   order by c.last
   limit 1`;

/**
 * Whether each whole account number, contact and objector is the one whose hash the log holds, none is there of which it knows
 * nothing, and each is there that was proposed and not erased since. The read tables are verified for themselves.
 *
 * @returns the first difference of each kind and table in the city.
 */
export async function personalDataDifferences(client: Connection, tenant: string): Promise<Difference[]> {
  const number = await firstDifference(
    'identity.bank_account',
    async (after) => (await client.query<CheckedNumber>(NUMBERS, [tenant, after])).rows,
    ({ uscc, salt, holder, number, account }) => {
      if (account === null || salt === null) return null;
      const { bank, cnaps, hash } = account;
      return { stored: accountHash(salt, { uscc, holder, bank, cnaps, number }), computed: hash };
    },
  );
  const contact = await firstDifference(
    'identity.contact',
    async (after) => (await client.query<CheckedContact>(CONTACTS, [tenant, after])).rows,
    ({ uscc, salt, name, phone, email, hash }) => {
      if (hash === null || salt === null) return null;
      return { stored: contactHash(salt, uscc, { name, phone, email }), computed: hash };
    },
  );
  const objector = await firstDifference(
    'identity.objector',
    async (after) => (await client.query<CheckedObjector>(OBJECTORS, [tenant, after])).rows,
    ({ claim, salt, kind, name, phone, hash }) => {
      if (hash === null || salt === null) return null;
      return { stored: objectorHash(salt, claim, { kind, name, phone }), computed: hash };
    },
  );
  const found = [
    number,
    await firstMissing(
      client,
      tenant,
      'identity.bank_account',
      missing('identity.bank_account', 'bank_account_change'),
    ),
    contact,
    await firstMissing(client, tenant, 'identity.contact', missing('identity.contact', 'contact_change')),
    objector,
    await firstMissing(client, tenant, 'identity.objector', MISSING_OBJECTOR),
  ].filter((each) => each !== null);
  return found.map((each) => ({ check: 'personal-data', tenant, ...each }));
}

async function firstMissing(
  client: Connection,
  tenant: string,
  table: string,
  statement: string,
): Promise<TableDifference | null> {
  const { rows } = await client.query<{ position: string; id: string }>(statement, [tenant]);
  const [found] = rows;
  if (found === undefined) return null;
  const { position, id } = found;
  return { position, subject: `${table} ${id}`, field: 'row', stored: null, computed: 'a row' };
}

/**
 * @param read gives the page of rows after an id.
 * @param hashesOf a row: of what is stored, and the one in the log; null where the log has none.
 */
async function firstDifference<Row extends Omit<CheckedRow, 'uscc'>>(
  table: string,
  read: (after: string) => Promise<readonly Row[]>,
  hashesOf: (row: Row) => { readonly stored: string; readonly computed: string } | null,
): Promise<TableDifference | null> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await read(after);
    for (const row of rows) {
      const { id, position, unrecorded } = row;
      const subject = `${table} ${id}`;
      if (unrecorded) return { position, subject, field: 'event', stored: 'a row', computed: null };
      const hashes = hashesOf(row);
      if (hashes !== null && hashes.stored !== hashes.computed) return { position, subject, field: 'hash', ...hashes };
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return null;
    after = last.id;
  }
}
