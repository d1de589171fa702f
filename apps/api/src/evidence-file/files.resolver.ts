import { fileKeeperRefusal } from '@duixian/casework';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ClaimRefusals } from '../claim/read/claim-refusals.js';
import { Claim } from '../claim/read/claim.type.js';
import { Bilingual } from '../graphql/bilingual.js';
import type { GraphqlContext } from '../graphql/context.js';
import { CurrentUser } from '../identity/current-user.js';
import { EvidenceFile } from './evidence-file.type.js';
import { FileRows } from './file-rows.js';
import { closedTo } from './read/closed-file.js';
import { VirusScans } from './scan/virus-scans.js';
import { toEvidenceFiles } from './to-evidence-file.js';

/** The files of a claim, and who may change them. */
@Resolver(() => Claim)
export class FilesResolver {
  constructor(
    private readonly rows: FileRows,
    private readonly refusals: ClaimRefusals,
  ) {}

  @ResolveField(() => [EvidenceFile], {
    description:
      'Its files (材料附件), in the order in which they were attached; those that were superseded or withdrawn as well.',
  })
  async files(@Parent() { id }: Claim, @Context() context: GraphqlContext): Promise<EvidenceFile[]> {
    return toEvidenceFiles((await this.rows.load(context, id)) ?? []);
  }

  @ResolveField(() => Bilingual, {
    nullable: true,
    description:
      'Why you attach no file to it now, and withdraw none; null where you may: you are of its window, or of the office where ' +
      'it lies, and it has not ended.',
  })
  attachingRefusal(@Parent() { id }: Claim, @Context() context: GraphqlContext): Promise<Bilingual | null> {
    return this.refusals.by(fileKeeperRefusal, context, id);
  }
}

/** Who opens a file. */
@Resolver(() => EvidenceFile)
export class FileResolver {
  constructor(private readonly scans: VirusScans) {}

  @ResolveField(() => Bilingual, {
    nullable: true,
    description:
      'Why you do not open it now: it holds a virus, was withdrawn, or was not scanned yet though there is a scanner; null where you do.',
  })
  closed(@Parent() { id, withdrawn, scan }: EvidenceFile, @CurrentUser() { roles }: CurrentUser): Bilingual | null {
    return closedTo(roles, { withdrawn: withdrawn !== null, scan }, this.scans.delayOf(id))?.says ?? null;
  }
}
