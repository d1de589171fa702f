import { checkStands, factCheckerRefusal } from '@duixian/casework';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ClaimRefusals } from '../../claim/read/claim-refusals.js';
import { Claim } from '../../claim/read/claim.type.js';
import { matterOfRow } from '../../claim/read/matter-of-row.js';
import { shownFacts } from '../../claim/read/shown-facts.js';
import { Bilingual } from '../../graphql/bilingual.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { CurrentUser } from '../../identity/current-user.js';
import { isPermitted } from '../../identity/permission.js';
import { Law } from '../../policy/law/law.js';
import { FileRows } from '../file-rows.js';
import { toEvidenceFiles } from '../to-evidence-file.js';
import { CheckedFact, FactCheck } from './fact-check.type.js';

/** What of a claim's facts was found in its files, and who may say so. */
@Resolver(() => Claim)
export class FactChecksResolver {
  constructor(
    private readonly rows: FileRows,
    private readonly law: Law,
    private readonly refusals: ClaimRefusals,
  ) {}

  @ResolveField(() => [CheckedFact], {
    description:
      'The facts that it states, with the files in which officials found them (核对), in the order of its clause.',
  })
  async factChecks(
    @Parent() { id, row }: Claim,
    @CurrentUser() { id: user }: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<CheckedFact[]> {
    const rows = (await this.rows.load(context, id)) ?? [];
    const files = toEvidenceFiles(rows);
    const stand = rows.map(({ id: file, supersedes, withdrawal }) => ({
      ...{ id: file, supersedes, withdrawn: withdrawal !== null },
    }));
    const checks = rows.flatMap(({ id: file, checks: recorded }) => recorded.map((each) => ({ ...each, file })));
    return shownFacts(row, this.law.ofClaim(row.tenant, matterOfRow(row))).map(({ name, label, display }) => {
      const found = checks.filter((each) => each.fact === name && checkStands(each, row.facts, stand));
      return Object.assign(new CheckedFact(), {
        ...{ name, label, display },
        checks: found.map(({ id: check, page, by, on, file: of }) =>
          Object.assign(new FactCheck(), {
            ...{ id: check, page, by, on, isYours: by.userId === user },
            file: files.find((file) => file.id === of),
          }),
        ),
      });
    });
  }

  @ResolveField(() => Bilingual, {
    nullable: true,
    description:
      'Why you check no facts of it now; null where you may: it was accepted, has not ended, and lies at your office.',
  })
  async checkingRefusal(
    @Parent() { id }: Claim,
    @CurrentUser() { roles }: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<Bilingual | null> {
    const refusal = await this.refusals.by(factCheckerRefusal, context, id);
    return refusal ?? (isPermitted(roles, 'fact.check') ? null : NOT_PERMITTED);
  }
}

const NOT_PERMITTED = {
  zh: '您的岗位不核对事实。',
  en: 'Your office checks no facts.',
};
