import { randomBytes } from 'node:crypto';
import { ROLE_NAMES } from '@duixian/casework';
import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ArrayContains, Repository } from 'typeorm';
import type { Config } from '../../config/config.js';
import type { AdministratorRole } from '../../config/first-administrators.js';
import { CONFIG } from '../../config/config.module.js';
import { UserEntity } from './user.entity.js';
import { Users } from './users.js';

const PASSWORD_BYTES = 18;

/** Lets a city in that has nobody yet: its first administrator creates everybody else. */
@Injectable()
export class FirstAdministrators {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @InjectRepository(UserEntity) private readonly entities: Repository<UserEntity>,
    private readonly users: Users,
  ) {}

  /**
   * Creates the configured administrators of cities that have none.
   *
   * @returns a line for each, with a password that is shown this once and stands in no setting and no table.
   * @throws Error when one cannot be created as configured.
   */
  async ensure(): Promise<string[]> {
    const lines: string[] = [];
    for (const { tenant, username, role } of this.config.administrators) {
      if (await this.entities.existsBy({ tenant, disabled: false, roles: ArrayContains([role]) })) continue;
      lines.push(await this.create(tenant, username, role));
    }
    return lines;
  }

  private async create(tenant: string, username: string, role: AdministratorRole): Promise<string> {
    const password = randomBytes(PASSWORD_BYTES).toString('base64url');
    const details = { displayName: username, division: tenant, department: null, roles: [role] };
    const outcome = await this.users.create(tenant, { username, password, ...details });
    if (!outcome.ok) throw new Error(`DUIXIAN_ADMINISTRATORS: ${tenant}:${username}: ${outcome.refusal.message.en}`);
    return `${ROLE_NAMES[role].en} of ${tenant}: ${username}, password ${password} (shown once; set another after signing in)`;
  }
}
