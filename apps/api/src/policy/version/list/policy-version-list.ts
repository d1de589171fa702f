import {
  proposalStanding,
  versionOn,
  type PolicyBook,
  type RecordedVersion,
  type VersionProposal,
} from '@duixian/casework';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../clock/clock.js';
import type { CurrentUser } from '../../../identity/current-user.js';
import { Law } from '../../law/law.js';
import { PolicyBooks } from '../../law/policy-books.js';
import { PolicyFolder } from '../../law/policy-folder.js';
import { PolicyNotices } from '../notices/policy-notices.js';
import {
  PolicyVersion,
  PolicyVersionProposal,
  PolicyVersions,
  type PolicyVersionStanding,
} from '../policy-version.type.js';

/** What a city has on record of a policy, as GraphQL shows it. */
@Injectable()
export class PolicyVersionList {
  constructor(
    private readonly books: PolicyBooks,
    private readonly folder: PolicyFolder,
    private readonly law: Law,
    private readonly notices: PolicyNotices,
    private readonly clock: Clock,
  ) {}

  /** Null where there is no such policy in the user's city. */
  of(user: CurrentUser, id: string): PolicyVersions | null {
    const policy = this.law.policy(user.tenant, id);
    const book = this.books.book(user.tenant, id);
    if (policy === null && book.length === 0) return null;
    const versions = [...book.versions].reverse().map((recorded) => this.toVersion(user, id, book, recorded));
    const missed = book.missed.map(({ version, claims }) =>
      Object.assign(new PolicyVersion(), { ...MISSING, version, claims }),
    );
    return Object.assign(new PolicyVersions(), {
      policy: id,
      versions: [...versions, ...missed],
      notices: this.notices.of(user.tenant).filter((notice) => notice.policy === id),
      isMyOffice: user.roles.includes('finance') && user.division === policy?.division,
    });
  }

  private toVersion(user: CurrentUser, id: string, book: PolicyBook, { version, on }: RecordedVersion): PolicyVersion {
    const proposal = book.proposals.findLast((each) => each.version === version);
    return Object.assign(new PolicyVersion(), {
      version,
      standing: this.standingOf(book, version),
      recordedOn: on,
      from: book.inForce.findLast((each) => each.version === version)?.from ?? null,
      inFolder: this.folder.catalogue.policy(id)?.version === version,
      claims: null,
      proposal: proposal === undefined ? null : this.toProposal(proposal, user),
    });
  }

  private standingOf(book: PolicyBook, version: string): PolicyVersionStanding {
    const today = this.clock.today();
    if (versionOn(book, today) === version) return 'in-force';
    const terms = book.inForce.filter((each) => each.version === version);
    if (terms.length === 0) return 'new';
    return terms.some(({ from }) => from !== null && from > today) ? 'scheduled' : 'former';
  }

  private toProposal(
    { proposal, from, reason, proposedBy, answeredBy }: VersionProposal,
    { id: userId }: CurrentUser,
  ): PolicyVersionProposal {
    const { id, proposedOn, opensUntil, answer } = proposal;
    return Object.assign(new PolicyVersionProposal(), {
      ...{ id, from, reason, proposedOn, opensUntil },
      standing: proposalStanding(proposal, this.clock.today()),
      proposedBy: proposedBy.displayName,
      answeredBy: answeredBy?.displayName ?? null,
      answeredOn: answer?.on ?? null,
      refusedBecause: answer?.kind === 'refused' ? answer.reason : null,
      isMine: proposedBy.userId === userId,
    });
  }
}

const MISSING = { standing: 'missing', recordedOn: null, from: null, inFolder: false, proposal: null } as const;
