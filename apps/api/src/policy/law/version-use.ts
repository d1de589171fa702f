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
   * The decision, together with the versions that it is the first to use. It is recorded only while what decides is what
   * it saw: an agreement to another version that came between makes it be decided again.
   */
  bind(
    { records, command, catalogue }: { records: Records; command: Command; catalogue: Catalogue },
    decision: Decision<DomainEvent>,
  ): Decision<DomainEvent> {
    if (!decision.ok) return decision;
    const streams = catalogue.policies.flatMap((policy) => {
      const stream = policyStream(policy.id);
      const book = this.books.book(command.tenant, policy.id);
      records.saw(stream, book.length);
      return versionOf(book, policy.version) === undefined
        ? [{ stream, events: [versionRecorded(command, policy, 'first-use')] }]
        : [];
    });
    return { ...decision, streams: [...decision.streams, ...streams] };
  }
}
