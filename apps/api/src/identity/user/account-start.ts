import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { AccountRecords } from './account-records.js';

/** At every start, before anybody is served: what an earlier version left goes on record. */
@Injectable()
export class AccountStart implements OnApplicationBootstrap {
  constructor(private readonly records: AccountRecords) {}

  onApplicationBootstrap(): Promise<void> {
    return this.records.takeOver();
  }
}
