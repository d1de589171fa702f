import { refusal, refused, type Command } from '@duixian/casework';
import { contactInForce, decideContactProposal, maskContact } from '@duixian/registry';
import { Injectable } from '@nestjs/common';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { ContactDetails } from './contact-details.js';
import { ContactStore } from './contact-store.js';

/** Proposals of contacts: the whole is kept outside the log, and old and new stand in it, masked. */
@Injectable()
export class ContactProposals {
  constructor(
    private readonly runner: CommandRunner,
    private readonly contacts: ContactStore,
  ) {}

  /** @param when `first`: only where no contact is on record yet. */
  async propose(
    request: Command & { readonly uscc: string },
    contact: ContactDetails,
    when: 'always' | 'first' = 'always',
  ): Promise<Outcome> {
    const { tenant, commandId, uscc } = request;
    const hash = await this.contacts.keep(tenant, commandId, uscc, contact);
    const asked = { ...request, now: maskContact(contact), hash };
    const outcome = await this.runner.run('proposeContactChange', asked, async (records, command) => {
      const contacts = await records.contacts(uscc);
      if (when === 'first' && contactInForce(contacts, command.on) !== null) return refused(alreadyThere());
      return decideContactProposal({ command, enterprise: await records.enterprise(uscc), contacts });
    });
    if (!outcome.ok) await this.contacts.drop(tenant, commandId);
    return outcome;
  }
}

function alreadyThere() {
  return refusal('ALREADY_DECIDED', {
    zh: '已有联系方式，请在企业页面提出变更。',
    en: "A contact is on record already: propose a change on the enterprise's page.",
  });
}
