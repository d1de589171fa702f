import { createHash, randomUUID } from 'node:crypto';
import { withClient } from '@duixian/postgres';
import { CITIES, type City } from './cities.js';

/** Tokens of those who take a claim through its steps: nobody takes two in a row. */
export interface Officials {
  readonly clerk: string;
  readonly otherClerk: string;
  readonly reviewer: string;
  readonly finance: string;
}

/** An official who is not signed in yet, and the token that he will have. */
interface Hired {
  readonly id: string;
  readonly token: string;
}

/** Officials of each city who stand in the tables of an empty database; the next start takes them on record. */
export async function hireOfficials(ownerUrl: string): Promise<{
  /** Signs all of them in, once they are on record. */
  readonly signIn: () => Promise<void>;
  readonly of: ReadonlyMap<City, Officials>;
}> {
  const all: Hired[] = [];
  const of = new Map<City, Officials>();
  for (const { city, hire } of CITIES.map((each) => ({ city: each, hire: hiring(ownerUrl, each, all) }))) {
    of.set(city, {
      clerk: await hire('clerk'),
      otherClerk: await hire('clerk'),
      reviewer: await hire('reviewer', city.lead),
      finance: await hire('finance'),
    });
  }
  return { of, signIn: () => signIn(ownerUrl, all) };
}

function hiring(ownerUrl: string, { tenant }: City, all: Hired[]) {
  return async (role: string, department: string | null = null): Promise<string> => {
    const id = randomUUID();
    await withClient(ownerUrl, (client) =>
      client.query(
        `insert into identity."user"
                (tenant, id, username, display_name, division, department, roles, password, created_at)
         values ($1, $2, $3, $3, $1, $4, $5, 'none', now())`,
        [tenant, id, `${role}-${id.slice(0, 8)}`, department, [role]],
      ),
    );
    const token = `token-of-${id}`;
    all.push({ id, token });
    return token;
  };
}

function signIn(ownerUrl: string, all: readonly Hired[]): Promise<void> {
  return withClient(ownerUrl, async (client) => {
    for (const { id, token } of all) {
      await client.query(
        `insert into identity.session (token_hash, id, tenant, user_id, password_version, begun_at, used_at)
         select $1, gen_random_uuid(), tenant, id, password_version, now(), now() from identity."user" where id = $2`,
        [createHash('sha256').update(token).digest(), id],
      );
    }
  });
}
