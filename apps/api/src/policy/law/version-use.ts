import { policyStream, versionOf, versionRecorded, type Command, type Decision } from '@duixian/casework';
import type { Catalogue } from '@duixian/policy';
import type { DomainEvent } from '@duixian/treasury';
import { Injectable } from '@nestjs/common';
import type { Records } from '../../command/records.js';
import { PolicyBooks } from './policy-books.js';

/** Ties a decision to the versions by which it was made. */
@Injectable()
export class VersionUse {
  constructor(private readonly books: PolicyBooks) {}

  /**
   * Notes what is on record of the catalogue's versions. Called as soon as the catalogue is taken: the books follow the log
   * meanwhile, and a decision by versions of before would pass for one by those of after.
   *
   * @returns the decision together with the versions that it is the first to use. It is recorded only while what decides is
   *   what it saw: an agreement to another version that came between makes it be decided again.
   */
  of(
    records: Records,
    command: Command,
    catalogue: Catalogue,
  ): (decision: Decision<DomainEvent>) => Decision<DomainEvent> {
    const unused = catalogue.policies.filter(({ id, version }) => {
      const book = this.books.book(command.tenant, id);
      records.saw(policyStream(id), book.length);
      return versionOf(book, version) === undefined;
    });
    const streams = unused.map((policy) => ({
      stream: policyStream(policy.id),
      events: [versionRecorded(command, policy, 'first-use')],
    }));
    return (decision) => (decision.ok ? { ...decision, streams: [...decision.streams, ...streams] } : decision);
  }
}
