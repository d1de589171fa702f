import type { Difference } from '@duixian/event-store';
import type { Connection } from '../database/transaction.js';
import { SEALED_VERIFICATIONS } from './verifications.js';

/** Verifications of before the first that was sealed, or whose entry the security log has no more, are kept as they are. */
const DIFFERING = `
  with entry as (
    select details ->> 'began' as began, details ->> 'seal' as seal
      from identity.security_log where tenant = '' and kind = 'record-verified'
  )
  select began, v.seal as stored, e.seal as computed
    from (${SEALED_VERIFICATIONS}) v full join entry e using (began)
   where v.seal is distinct from e.seal
     and began >= (select min(began) from entry)
   order by began limit 1`;

/** The first earlier verification that is not kept as it came out, is gone, or was put in. */
export async function firstDifferingVerification(connection: Connection): Promise<Difference | null> {
  const { rows } = await connection.query<{ began: string; stored: string | null; computed: string | null }>(DIFFERING);
  const [found] = rows;
  if (found === undefined) return null;
  const { began: subject, stored, computed } = found;
  return { check: 'verification', tenant: '', position: null, subject, field: 'outcome', stored, computed };
}
