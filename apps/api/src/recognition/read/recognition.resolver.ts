import {
  answeringKeeper,
  listOfficeRefusal,
  proposalStanding,
  type PlainDate,
  type RecognitionProposal as Proposed,
} from '@duixian/casework';
import { Context, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { EvidenceHolders } from '../../claim/read/evidence-holders.js';
import { Claim } from '../../claim/read/claim.type.js';
import { ClaimsById } from '../../claim/read/claims-by-id.js';
import { toClaim } from '../../claim/read/to-claim.js';
import { Division } from '../../division/division.type.js';
import { Divisions } from '../../division/divisions.js';
import { Enterprise } from '../../enterprise/read/enterprise.type.js';
import { EnterprisesByUscc } from '../../enterprise/read/enterprises-by-uscc.js';
import { toEnterprise } from '../../enterprise/read/to-enterprise.js';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { actorOf } from '../../identity/actor.js';
import { POSITION_OF_RECORD, Positions } from '../../log/positions.js';
import { RecognitionFiles } from './recognition-files.js';
import { RecognitionLists } from './recognition-rows.js';
import { RecognitionEntry, RecognitionList, RecognitionProposal } from './recognition.type.js';
import { toRecognitionList } from './to-recognition.js';

@Resolver(() => RecognitionList)
export class RecognitionListResolver {
  constructor(
    private readonly files: RecognitionFiles,
    private readonly positions: Positions,
    private readonly divisions: Divisions,
  ) {}

  @ResolveField(() => ID, { description: POSITION_OF_RECORD })
  async position(@Parent() { row }: RecognitionList): Promise<string> {
    return (await this.positions.of(row.tenant)).position.toString();
  }

  @ResolveField(() => Division, { description: 'Division of the department that keeps it.' })
  division(@Parent() { row }: RecognitionList): Division {
    return this.divisions.get(row.division);
  }

  @ResolveField(() => [RecognitionProposal], {
    description: 'What was proposed for it, the newest first: imports and revocations.',
  })
  async proposals(
    @Parent() { id, row }: RecognitionList,
    @Context() context: GraphqlContext,
  ): Promise<RecognitionProposal[]> {
    const file = await this.files.load(context, id);
    if (file === null) return [];
    const { today } = await this.positions.of(row.tenant);
    const actor = actorOf(userOf(context));
    return file.proposals
      .map((proposed) => {
        const keeper = answeringKeeper(file, proposed.change);
        const { title } = proposed.change.kind === 'import' ? proposed.change.head : file.head;
        return Object.assign(toProposal(proposed, today, actor.userId), {
          title,
          division: this.divisions.get(keeper.division),
          department: keeper.department,
          isMyOffice: listOfficeRefusal(keeper, actor) === null,
        });
      })
      .reverse();
  }
}

function toProposal({ proposal, change, proposedBy, answeredBy }: Proposed, today: PlainDate, userId: string) {
  const { id, proposedOn, opensUntil, answer } = proposal;
  const isImport = change.kind === 'import';
  return Object.assign(new RecognitionProposal(), {
    ...{ id, proposedOn, opensUntil },
    kind: change.kind,
    standing: proposalStanding(proposal, today),
    proposedBy: proposedBy.displayName,
    isMine: proposedBy.userId === userId,
    entries: change.entries.length,
    revokes: isImport ? [] : change.entries,
    firstNo: isImport ? (change.entries[0]?.no ?? null) : null,
    lastNo: isImport ? (change.entries.at(-1)?.no ?? null) : null,
    refused: isImport ? change.refused : 0,
    fileName: isImport ? change.file.name : null,
    fileHash: isImport ? change.file.sha256 : null,
    from: isImport ? null : change.from,
    reason: isImport ? null : change.reason,
    answeredOn: answer?.on ?? null,
    answeredBy: answeredBy?.displayName ?? null,
    refusedBecause: answer?.kind === 'refused' ? answer.reason : null,
  });
}

@Resolver(() => RecognitionEntry)
export class RecognitionEntryResolver {
  constructor(
    private readonly lists: RecognitionLists,
    private readonly enterprises: EnterprisesByUscc,
    private readonly holders: EvidenceHolders,
    private readonly claims: ClaimsById,
    private readonly positions: Positions,
  ) {}

  @ResolveField(() => RecognitionList, { description: 'The list on which it stands.' })
  async list(@Parent() { row }: RecognitionEntry, @Context() context: GraphqlContext): Promise<RecognitionList> {
    const found = await this.lists.load(context, row.list);
    if (found === null) throw new Error(`The list ${row.list} of an entry is not there.`);
    return toRecognitionList(found, actorOf(userOf(context)), (await this.positions.of(row.tenant)).today);
  }

  @ResolveField(() => Enterprise, { nullable: true, description: 'The enterprise; null while it is not registered.' })
  async enterprise(
    @Parent() { uscc }: RecognitionEntry,
    @Context() context: GraphqlContext,
  ): Promise<Enterprise | null> {
    const row = await this.enterprises.load(context, uscc);
    return row === null ? null : toEnterprise(row);
  }

  @ResolveField(() => [Claim], {
    description: 'Live claims that rest on it, or on the certificate that it bears, whatever their status.',
  })
  async restingClaims(
    @Parent() { id, uscc, certificate }: RecognitionEntry,
    @Context() context: GraphqlContext,
  ): Promise<Claim[]> {
    const papers = [
      { kind: 'recognition' as const, number: id },
      ...(certificate === null ? [] : [{ kind: 'certificate' as const, number: certificate }]),
    ];
    const found = await Promise.all(papers.map((paper) => this.holders.of(context, uscc, paper)));
    const claims = new Set(found.flatMap(({ holders }) => holders.map(({ claim }) => claim)));
    return (await this.claims.loadMany(context, [...claims].sort())).map(toClaim);
  }
}
