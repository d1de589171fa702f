import { createHash, randomBytes, scryptSync } from 'node:crypto';
import pg from 'pg';
import { DatabaseNotReady } from './errors.js';
import { asOwner } from './owner.js';
import { APPLICATION_ROLE } from './tenant-rows.js';

// Any number does, as long as nobody else locks it: "login" has five letters, this has four.
const LOGIN_LOCK = 0x6c6f67;
const NAME_BYTES_MAX = 63;
const PASSWORD_BYTES = 32;
const SCRYPT_COST = 2 ** 14;
const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * Sees to it that the application has a role to sign in as, a member of {@link APPLICATION_ROLE} and nothing more, and
 * answers the address of the database for that role.
 *
 * Its password is derived from the owner's, so that nothing has to be kept and every process that is given the owner's
 * address comes to the same; who knows it cannot find the owner's from it. An owner who signs in without a password
 * gets a random one for it.
 *
 * @throws DatabaseNotReady `NO_LOGIN` when the owner may not create it; the message says what to do.
 */
export function ensureApplicationLogin(ownerUrl: string): Promise<string> {
  return seeToLogin(ownerUrl, 'commit');
}

/**
 * Finds out whether {@link ensureApplicationLogin} can do what it has to, and leaves everything as it is: a start that would
 * fail there is refused before it migrates.
 *
 * @throws DatabaseNotReady `NO_LOGIN`
 */
export async function assertLoginPossible(ownerUrl: string): Promise<void> {
  const isThere = await asOwner(ownerUrl, async (client) => {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [APPLICATION_ROLE]);
    return rowCount !== 0;
  });
  // Otherwise the migration makes it, or says why it cannot; who has made it may give it away.
  if (isThere) await seeToLogin(ownerUrl, 'rollback');
}

/** @param end what becomes of a role that has to be made or changed. */
async function seeToLogin(ownerUrl: string, end: 'commit' | 'rollback'): Promise<string> {
  return asOwner(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOGIN_LOCK]);
    const database = await currentDatabase(client);
    const login = loginOf(database);
    const password = client.password
      ? derive(client.password, login)
      : randomBytes(PASSWORD_BYTES).toString('base64url');
    const url = addressFor(ownerUrl, login, password);
    if (!(await worksAsMember(url))) await createLogin(client, login, password, end);
    return url;
  });
}

/** Gives a role of this name a new random password, creates it if need be, and answers the address for it. */
export async function renewApplicationLogin(ownerUrl: string, login: string): Promise<string> {
  return asOwner(ownerUrl, async (client) => {
    const password = randomBytes(PASSWORD_BYTES).toString('base64url');
    await createLogin(client, login, password, 'commit');
    return addressFor(ownerUrl, login, password);
  });
}

async function currentDatabase(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  return rows[0]?.name ?? '';
}

/** Roles belong to the whole server, so each database's has its name. */
function loginOf(database: string): string {
  const name = `${APPLICATION_ROLE}_${database}`;
  if (Buffer.byteLength(name) <= NAME_BYTES_MAX) return name;
  return `${APPLICATION_ROLE}_${createHash('sha256').update(database).digest('hex').slice(0, 32)}`;
}

function derive(ownerPassword: string, login: string): string {
  return scryptSync(ownerPassword, `duixian ${login}`, PASSWORD_BYTES, { N: SCRYPT_COST }).toString('base64url');
}

function addressFor(url: string, login: string, password: string): string {
  const changed = new URL(url);
  changed.username = encodeURIComponent(login);
  changed.password = encodeURIComponent(password);
  return changed.href;
}

async function worksAsMember(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query<{ member: boolean }>(
      `select coalesce(pg_has_role(session_user, (select oid from pg_roles where rolname = $1), 'MEMBER'), false) as member`,
      [APPLICATION_ROLE],
    );
    return rows[0]?.member === true;
  } catch {
    // Whatever it is, the owner's attempt to mend it says more.
    return false;
  } finally {
    await client.end();
  }
}

async function createLogin(
  client: pg.Client,
  login: string,
  password: string,
  end: 'commit' | 'rollback',
): Promise<void> {
  const name = client.escapeIdentifier(login);
  // Both or neither: who may make a role may still not be allowed to give it the application's rights.
  await client.query('begin');
  try {
    const found = await client.query('select from pg_roles where rolname = $1', [login]);
    const verb = found.rowCount === 0 ? 'create' : 'alter';
    await client.query(`${verb} role ${name} login password ${client.escapeLiteral(password)}`);
    await client.query(`grant ${APPLICATION_ROLE} to ${name}`);
    await client.query(end);
  } catch (error) {
    await client.query('rollback');
    if (!(error instanceof pg.DatabaseError && error.code === INSUFFICIENT_PRIVILEGE)) throw error;
    const sql = `create role ${name} login password '…' in role ${APPLICATION_ROLE};`;
    throw new DatabaseNotReady(
      'NO_LOGIN',
      `数据库的属主不能为应用建立登录角色。请由服务器管理员执行“${sql}”，再用属主的地址运行“duixian migrate”，然后以该角色的地址作为 DATABASE_URL 启动。`,
      `The owner of the database may not make a role for the application to sign in as (${error.message}). Let the ` +
        `server's administrator run\n  ${sql}\n` +
        'then run "duixian migrate" with the owner\'s address, and start with the address of that role in DATABASE_URL.',
    );
  }
}
