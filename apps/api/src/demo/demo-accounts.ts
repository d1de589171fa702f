import { ROLE_NAMES, type Actor } from '@duixian/casework';
import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type pg from 'pg';
import { Repository } from 'typeorm';
import { POOL } from '../database/database.module.js';
import { Divisions } from '../division/divisions.js';
import { inTransaction } from '../database/transaction.js';
import { roles, type Role } from '../identity/permission.js';
import { hashPassword } from '../identity/password/password.js';
import { CredentialSeals } from '../identity/seal/credential-seals.js';
import { AccountRecords } from '../identity/user/account-records.js';
import { UserEntity } from '../identity/user/user.entity.js';
import { commandIdOf } from '../command/command-id.js';
import { readCsv, type CsvRow } from '../import/csv-file.js';
import { formatProblem, type RowProblem } from '../import/row-problem.js';
import { DEMO_FOLDER } from './demo-folder.js';

/** One password for all of them: whoever tries the system out changes roles all the time. */
export const DEMO_PASSWORD = 'duixian-demo';

const COLUMN = {
  username: '用户名',
  displayName: '姓名',
  division: '行政区划代码',
  department: '部门',
  role: '岗位',
} as const;

/** Everybody knows its password, and changes roles all the time: it is asked neither to be changed nor for a second factor. */
const OPEN_TO_ALL =
  'update identity."user" set must_change_password = false, is_demo = true where tenant = $1 and id = $2';

/** An account of the demo, as `users.csv` lists it. */
export interface DemoAccount {
  readonly username: string;
  readonly displayName: string;
  readonly division: string;
  readonly department: string | null;
  readonly role: Role;
}

/** The officials of the demo's offices. */
@Injectable()
export class DemoAccounts {
  constructor(
    @InjectRepository(UserEntity) private readonly users: Repository<UserEntity>,
    private readonly records: AccountRecords,
    private readonly seals: CredentialSeals,
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly divisions: Divisions,
  ) {}

  /** In the order of the file. @throws Error naming the rows that cannot be used: without offices nothing can be played. */
  list(): readonly DemoAccount[] {
    const { rows, problems } = readCsv(DEMO_FOLDER, 'users.csv', { required: Object.values(COLUMN), optional: [] });
    if (problems.length > 0) throw unusable(problems);
    return rows.map(toAccount);
  }

  /** Creates the accounts that are not there yet, and returns all of them as those who act. */
  async ensure(): Promise<Actor[]> {
    const accounts = this.list();
    // One hash for one password: a hash for each account would take half a minute and hide nothing.
    const password = await hashPassword(DEMO_PASSWORD);
    for (const { role, ...account } of accounts) {
      const { tenant, id } = keyOf(account);
      await this.records.open(tenant, id, { ...account, roles: [role] }, password);
    }
    for (const { tenant, id } of accounts.map(keyOf)) {
      // One account at a time: who takes over what is on record of several locks them in another order.
      await inTransaction(this.pool, async (connection) => {
        await connection.query(OPEN_TO_ALL, [tenant, id]);
        await this.seals.seal(connection, tenant, id);
      });
    }
    return accounts.map(({ role, ...account }) => ({
      ...{ ...account, userId: keyOf(account).id, roles: [role] },
      reach: this.divisions.reachOf(account),
      nameOf: this.divisions.nameOf,
    }));
  }

  async anybody(): Promise<boolean> {
    return this.users.exists();
  }
}

function keyOf({ username, division }: Pick<DemoAccount, 'username' | 'division'>): { tenant: string; id: string } {
  return { tenant: `${division.slice(0, 4)}00`, id: commandIdOf('demo account', username) };
}

function toAccount({ file, line, cells }: CsvRow): DemoAccount {
  const text = (column: string): string => cells.get(column) ?? '';
  const role = roles.find((each) => ROLE_NAMES[each].zh === text(COLUMN.role));
  if (role === undefined) {
    const message = { zh: '没有这个岗位。', en: 'There is no such role.' };
    throw unusable([{ file, line, column: COLUMN.role, message }]);
  }
  const department = text(COLUMN.department);
  return {
    username: text(COLUMN.username),
    displayName: text(COLUMN.displayName),
    division: text(COLUMN.division),
    department: department === '' ? null : department,
    role,
  };
}

function unusable(problems: readonly RowProblem[]): Error {
  return new Error(`The demo's accounts cannot be read:\n${problems.map(formatProblem).join('\n')}`);
}
