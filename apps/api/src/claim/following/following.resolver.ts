import { missingKinds, paperLight, type Light } from '@duixian/casework';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Positions } from '../../log/positions.js';
import { Law } from '../../policy/law/law.js';
import { LightEnum } from '../deadline/deadline.type.js';
import { Claim } from '../read/claim.type.js';
import { matterOfRow } from '../read/matter-of-row.js';
import { LackingPaper, PaperToFollow } from './following.type.js';

@Resolver(() => Claim)
export class FollowingResolver {
  constructor(
    private readonly positions: Positions,
    private readonly law: Law,
  ) {}

  @ResolveField(() => LightEnum, {
    nullable: true,
    description:
      'How the first day stands on which a paper is due that follows the acceptance (容缺); null where none is still to come.',
  })
  async papersLight(@Parent() { row }: Claim): Promise<Light | null> {
    if (row.papers_due === null) return null;
    return paperLight(row.papers_due, (await this.positions.of(row.tenant)).today);
  }

  @ResolveField(() => [PaperToFollow], { description: 'Papers that were to follow its acceptance (容缺受理).' })
  async papersToFollow(@Parent() { row }: Claim): Promise<PaperToFollow[]> {
    const { today } = await this.positions.of(row.tenant);
    return row.following.map(({ kind, by, handedIn }) =>
      Object.assign(new PaperToFollow(), {
        kind,
        dueOn: by,
        light: handedIn === null ? paperLight(by, today) : null,
        handedInOn: handedIn?.on ?? null,
        handedInBy: handedIn?.by ?? null,
      }),
    );
  }

  @ResolveField(() => [LackingPaper], { description: 'What its clause asks for and it does not name.' })
  async lacking(@Parent() { row }: Claim): Promise<LackingPaper[]> {
    const { today } = await this.positions.of(row.tenant);
    const catalogue = this.law.ofClaim(row.tenant, matterOfRow(row));
    const measure = catalogue.measure(row.measure);
    if (measure === undefined) return [];
    const rule = catalogue.places.windows.mayFollow(measure, today);
    const allowed: readonly string[] = rule?.kinds ?? [];
    return missingKinds(measure, row.evidence).map((kind) =>
      Object.assign(new LackingPaper(), {
        kind,
        mayFollowWithin: allowed.includes(kind) ? (rule?.days ?? null) : null,
      }),
    );
  }
}
