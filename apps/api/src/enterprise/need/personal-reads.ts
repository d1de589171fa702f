import { Injectable } from '@nestjs/common';
import type { CurrentUser } from '../../identity/current-user.js';
import { SecurityLog } from '../../security-log/security-log.js';

/** Who read which enterprise's contact or account number, or who objects to its claim, on record before it is answered. */
@Injectable()
export class PersonalReads {
  constructor(private readonly log: SecurityLog) {}

  /** @param address where the request came from. */
  async record(
    kind: 'contact-read' | 'account-read' | 'objector-read',
    user: CurrentUser,
    address: string,
    uscc: string,
    details: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const { tenant, id: userId, username, displayName } = user;
    await this.log.record({ tenant, userId, username, displayName, address, kind, subject: uscc, details });
  }
}
