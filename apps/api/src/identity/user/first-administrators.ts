import { randomBytes } from 'node:crypto';
import { ROLE_NAMES } from '@duixian/casework';
import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ArrayContains, Repository } from 'typeorm';
import type { Config } from '../../config/config.js';
import type { FirstAdministrator } from '../../config/first-administrators.js';
import { Divisions } from '../../division/divisions.js';
import { commandIdOf } from '../../command/command-id.js';
import { hashPassword } from '../password/password.js';
import { AccountRecords } from './account-records.js';
import { checkNewUser } from './user-details.js';
import { CONFIG } from '../../config/config.module.js';
import { UserEntity } from './user.entity.js';

const PASSWORD_BYTES = 18;

/** Lets a city in that has nobody yet: its first administrators let everybody else in, two by two. */
@Injectable()
export class FirstAdministrators {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @InjectRepository(UserEntity) private readonly entities: Repository<UserEntity>,
    private readonly records: AccountRecords,
    private readonly divisions: Divisions,
  ) {}

  /**
   * Creates the configured administrators of cities that have none.
   *
   * @returns a line for each, with a password that is shown this once and stands in no setting and no table.
   * @throws Error when one cannot be created as configured.
   */
  async ensure(): Promise<string[]> {
    const lines: string[] = [];
    for (const administrator of this.config.administrators) {
      const { tenant, role } = administrator;
      if (await this.entities.existsBy({ tenant, disabled: false, roles: ArrayContains([role]) })) continue;
      const line = await this.create(administrator);
      if (line !== null) lines.push(line);
    }
    return lines;
  }

  /** Null when another process has done it meanwhile, and shows the password. */
  private async create({ tenant, username, role }: FirstAdministrator): Promise<string | null> {
    const password = randomBytes(PASSWORD_BYTES).toString('base64url');
    const invalid = checkNewUser(
      tenant,
      { username, displayName: username, division: tenant, department: null },
      this.divisions,
    );
    if (invalid !== null) throw new Error(`DUIXIAN_ADMINISTRATORS: ${tenant}:${username}: ${invalid.message.en}`);
    const account = { username, displayName: username, division: tenant, department: null, roles: [role] };
    const id = commandIdOf('first administrator', tenant, username);
    if (!(await this.records.open(tenant, id, account, await hashPassword(password)))) return null;
    const name = ROLE_NAMES[role].en;
    return `${name} of ${tenant}: ${username}, password ${password} (shown once; set another after signing in)`;
  }
}
