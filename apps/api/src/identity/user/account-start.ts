import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CredentialSeals } from '../seal/credential-seals.js';
import { Sessions } from '../session/sessions.js';
import { AccountRecords } from './account-records.js';
import { ChosenPasswords } from './chosen-passwords.js';

/** At every start, before anybody is served: what an earlier version left goes on record, or is put right. */
@Injectable()
export class AccountStart implements OnApplicationBootstrap {
  constructor(
    private readonly records: AccountRecords,
    private readonly chosen: ChosenPasswords,
    private readonly seals: CredentialSeals,
    private readonly sessions: Sessions,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.records.takeOver();
    await this.chosen.replace();
    await this.seals.sealUnsealed();
    await this.sessions.endUnsealed();
  }
}
