import type { Bilingual } from '@duixian/policy';
import { Injectable, Logger } from '@nestjs/common';
import { proposalStanding, type PolicyBook } from '@duixian/casework';
import { Clock } from '../../../clock/clock.js';
import { PolicyBooks } from '../../law/policy-books.js';
import { PolicyFolder } from '../../law/policy-folder.js';

export const POLICY_NOTICES = ['new-version', 'proposed', 'folder-gone', 'version-missed'] as const;
export type PolicyNoticeKind = (typeof POLICY_NOTICES)[number];

/** Something about the versions of a policy that somebody has to see to. */
export interface PolicyNoticeValue {
  readonly policy: string;
  readonly kind: PolicyNoticeKind;
  /** The version that it is about; null for a folder that is gone. */
  readonly version: string | null;
  readonly message: Bilingual;
}

/** Where the folder and the record are not of one mind. */
@Injectable()
export class PolicyNotices {
  private readonly logger = new Logger('Policies');

  constructor(
    private readonly books: PolicyBooks,
    private readonly folder: PolicyFolder,
    private readonly clock: Clock,
  ) {}

  /** Of a city, in the order of the policies. */
  of(tenant: string): PolicyNoticeValue[] {
    const books = [...this.books.of(tenant)].sort(([a], [b]) => (a < b ? -1 : 1));
    return books.flatMap(([policy, book]) => [...this.folderNotices(policy, book), ...missedNotices(policy, book)]);
  }

  /** Of every city, in the log of the process. */
  say(): void {
    for (const { message } of this.books.tenants().flatMap((tenant) => this.of(tenant))) {
      this.logger.warn(`${message.zh} ${message.en}`);
    }
  }

  private folderNotices(policy: string, book: PolicyBook): PolicyNoticeValue[] {
    if (book.versions.length === 0) return [];
    const inFolder = this.folder.catalogue.policy(policy);
    if (inFolder === undefined) return [{ policy, kind: 'folder-gone', version: null, message: gone(policy) }];
    const { version } = inFolder;
    if (book.inForce.at(-1)?.version === version || book.inForce.length === 0) return [];
    const open = book.proposals.find((each) => proposalStanding(each.proposal, this.clock.today()) === 'open');
    if (open?.version === version) {
      return [{ policy, kind: 'proposed', version, message: proposed(policy, version, open.from) }];
    }
    return [{ policy, kind: 'new-version', version, message: differs(policy, version) }];
  }
}

function missedNotices(policy: string, { missed }: PolicyBook): PolicyNoticeValue[] {
  return missed.map(({ version, claims }) => ({
    policy,
    kind: 'version-missed',
    version,
    message: {
      zh: `政策${policy}的版本${short(version)}在册上有${claims}件申报件依据，但文本和规则已无处可寻，不能据以重算；请恢复当时的文件夹并重启，系统将其入册。`,
      en: `The version ${short(version)} of ${policy}, which ${claims} claims name, is not to be found, so that nothing is redone by it: put the folder of that day back and start again, and it is recorded.`,
    },
  }));
}

function differs(policy: string, version: string): Bilingual {
  return {
    zh: `政策${policy}的文件夹与现行版本不同：新版本${short(version)}须由两名财政人员先后提议、同意后才生效，此前按在册版本办理。`,
    en: `The folder of ${policy} differs from the version in use: the new version ${short(version)} counts once one official of finance proposed it and another agreed; until then the recorded version decides.`,
  };
}

function proposed(policy: string, version: string, from: string): Bilingual {
  return {
    zh: `政策${policy}的新版本${short(version)}已提议自${from}起生效，待另一名财政人员同意。`,
    en: `The new version ${short(version)} of ${policy} is proposed from ${from}, and waits for another official of finance to agree.`,
  };
}

function gone(policy: string): Bilingual {
  return {
    zh: `政策${policy}的文件夹已不在：其条款不再受理新申报，在册事项照常办理。`,
    en: `The folder of ${policy} is gone: its clauses take no new claims, and everything on record goes on.`,
  };
}

function short(version: string): string {
  return version.slice(0, 12);
}
