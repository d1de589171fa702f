import { fileKeeperRefusal } from '@duixian/casework';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ClaimFiles } from '../claim/read/claim-files.js';
import { Claim } from '../claim/read/claim.type.js';
import { Clock } from '../clock/clock.js';
import type { GraphqlContext } from '../graphql/context.js';
import { actorOf } from '../identity/actor.js';
import { CurrentUser } from '../identity/current-user.js';
import { isPermitted } from '../identity/permission.js';
import { Positions } from '../log/positions.js';
import { Law } from '../policy/law/law.js';
import { EvidenceFile } from './evidence-file.type.js';
import { FileRows } from './file-rows.js';
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
  ) {}

  @ResolveField(() => [EvidenceFile], {
    description:
      'Its files (材料附件), in the order in which they were attached; those that were superseded or withdrawn as well.',
  })
  async files(@Parent() { id }: Claim, @Context() context: GraphqlContext): Promise<EvidenceFile[]> {
    return toEvidenceFiles((await this.rows.load(context, id)) ?? []);
  }

  @ResolveField(() => Boolean, {
    description:
      'Whether you may attach files to it now, and withdraw them: you are of its window, or of the office where it lies.',
  })
  async mayAttachFiles(
    @Parent() { id, row }: Claim,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<boolean> {
    if (!isPermitted(user.roles, 'file.attach') || (await this.positions.of(row.tenant)).isPast) return false;
    const file = await this.claims.load(context, id);
    if (file === null) return false;
    const catalogue = this.law.ofClaim(row.tenant, file.claim);
    const standing = { on: this.clock.today(), catalogue, evidence: [] };
    return fileKeeperRefusal(file.claim, actorOf(user), standing) === null;
  }
}
