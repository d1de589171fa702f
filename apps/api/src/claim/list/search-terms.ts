import type pg from 'pg';
import type { At } from '../../log/at.js';

/** What a typed text may mean; null = it does not narrow that. */
export interface SearchTerms {
  readonly idPrefix: string | null;
  readonly usccs: readonly string[] | null;
}

const CLAIM_NUMBER = /^\d{4,6}-?[\dA-Z-]*$/;
const CREDIT_CODE = /^[\dA-Z]{18}$/;
/** Enterprises that a part of a name may mean; more than that is no search yet. */
const ENTERPRISES_MAX = 1_000;

/** A credit code is whole, a claim's number may be its beginning, and anything else is part of an enterprise's name. */
export async function searchTerms(
  pool: pg.Pool,
  tenant: string,
  { position }: At,
  query: string | null,
): Promise<SearchTerms> {
  const text = query?.trim() ?? '';
  if (text === '') return { idPrefix: null, usccs: null };
  const code = text.toUpperCase();
  if (CREDIT_CODE.test(code)) return { idPrefix: null, usccs: [code] };
  if (CLAIM_NUMBER.test(code)) return { idPrefix: code, usccs: null };
  const { rows } = await pool.query<{ uscc: string }>(
    'select uscc from read.enterprise_at($1, $4) where strpos(upper(known_as), upper($2)) > 0 order by name limit $3',
    [tenant, text, ENTERPRISES_MAX, position.toString()],
  );
  return { idPrefix: null, usccs: rows.map((row) => row.uscc) };
}
