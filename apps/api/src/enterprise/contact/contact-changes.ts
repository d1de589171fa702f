import type { Command } from '@duixian/casework';
import { refused, refusal } from '@duixian/casework';
import { decideContactChange, maskContact } from '@duixian/registry';
import { Injectable } from '@nestjs/common';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { ContactDetails } from './contact-details.js';
import { ContactStore } from './contact-store.js';

/** Changes of contacts: the whole is kept outside the log, and old and new stand in it, masked. */
@Injectable()
export class ContactChanges {
  constructor(
    private readonly runner: CommandRunner,
    private readonly contacts: ContactStore,
  ) {}

  /** @param when `first`: only where no contact is on record yet. */
  async change(
    request: Command & { readonly uscc: string },
    contact: ContactDetails,
    when: 'always' | 'first' = 'always',
  ): Promise<Outcome> {
    const { tenant, commandId, uscc } = request;
    const hash = await this.contacts.keep(tenant, commandId, uscc, contact);
    const command = { ...request, now: maskContact(contact), hash };
    const outcome = await this.runner.run('updateContact', command, async (records) => {
      const before = await records.contact(uscc);
      if (when === 'first' && before !== null) return refused(alreadyThere());
      return decideContactChange({ command, enterprise: await records.enterprise(uscc), contact: before });
    });
    if (!outcome.ok) await this.contacts.drop(tenant, commandId);
    return outcome;
  }
}

function alreadyThere() {
  return refusal('ALREADY_DECIDED', {
    zh: '已有联系方式，请在企业页面修改。',
    en: "A contact is on record already: change it on the enterprise's page.",
  });
}
