import { claimNotFound, fileKeeperRefusal, recusedRefusal } from '@duixian/casework';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ClaimFiles } from '../claim/read/claim-files.js';
import { Claim } from '../claim/read/claim.type.js';
import { Clock } from '../clock/clock.js';
import { Bilingual } from '../graphql/bilingual.js';
import type { GraphqlContext } from '../graphql/context.js';
import { actorOf } from '../identity/actor.js';
import { CurrentUser } from '../identity/current-user.js';
import { nothingThere } from '../log/action-at.js';
import { Positions } from '../log/positions.js';
import { Law } from '../policy/law/law.js';
import { RecusalsOfClaim } from '../recusal/recusals-of-claim.js';
import { EvidenceFile } from './evidence-file.type.js';
import { FileRows } from './file-rows.js';
import { closedTo } from './read/closed-file.js';
import { VirusScans } from './scan/virus-scans.js';
import { toEvidenceFiles } from './to-evidence-file.js';

/** The files of a claim, and who may change them. */
@Resolver(() => Claim)
export class FilesResolver {
  constructor(
    private readonly claims: ClaimFiles,
    private readonly rows: FileRows,
    private readonly law: Law,
    private readonly clock: Clock,
    private readonly positions: Positions,
    private readonly recusals: RecusalsOfClaim,
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
  async attachingRefusal(
    @Parent() { id, row }: Claim,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<Bilingual | null> {
    const at = await this.positions.of(row.tenant);
    if (at.isPast) return nothingThere(at);
    const file = await this.claims.load(context, id);
    if (file === null) return claimNotFound().message;
    const recusal = await this.recusals.keeping(context, id, user.id);
    const catalogue = this.law.ofClaim(row.tenant, file.claim);
    const standing = { on: this.clock.today(), catalogue, evidence: [] };
    const refusal = fileKeeperRefusal(file.claim, actorOf(user), standing) ?? (recusal && recusedRefusal(recusal));
    return refusal?.message ?? null;
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
