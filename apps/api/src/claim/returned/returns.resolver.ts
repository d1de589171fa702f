import { correctableFields, fieldLabel, toldOf, type ClaimReturn as Recorded } from '@duixian/casework';
import { isPayable, type Catalogue, type Measure } from '@duixian/policy';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Bilingual } from '../../graphql/bilingual.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { Positions } from '../../log/positions.js';
import { FactWords, money, say } from '../../policy/describe/words.js';
import { Law } from '../../policy/law/law.js';
import { ClaimFiles } from '../read/claim-files.js';
import { Claim } from '../read/claim.type.js';
import { matterOfRow } from '../read/matter-of-row.js';
import { ClaimReturn, CorrectableField, ReturnItem, StatedChange } from './return.type.js';

@Resolver(() => Claim)
export class ReturnsResolver {
  constructor(
    private readonly files: ClaimFiles,
    private readonly positions: Positions,
    private readonly law: Law,
  ) {}

  @ResolveField(() => [ClaimReturn], {
    description: 'For what it was returned (退回补正), and how that was answered, in the order of the returns.',
  })
  async returns(@Parent() { id, row }: Claim, @Context() context: GraphqlContext): Promise<ClaimReturn[]> {
    const file = await this.files.load(context, id);
    const { today } = await this.positions.of(row.tenant);
    const catalogue = this.law.ofClaim(row.tenant, matterOfRow(row));
    const measure = catalogue.measure(row.measure);
    if (file === null || measure === undefined) return [];
    return file.claim.returns.map((each) => toReturn(each, { measure, catalogue, today }));
  }

  @ResolveField(() => [CorrectableField], { description: 'What a return of it can name.' })
  async correctable(@Parent() { id, row }: Claim, @Context() context: GraphqlContext): Promise<CorrectableField[]> {
    const file = await this.files.load(context, id);
    const measure = this.law.ofClaim(row.tenant, matterOfRow(row)).measure(row.measure);
    if (file === null || measure === undefined) return [];
    const { claim } = file;
    return correctableFields(claim, measure).map(({ field, label }) =>
      Object.assign(new CorrectableField(), { field, label, told: toldOf(field, claim) }),
    );
  }
}

interface Grounds {
  readonly measure: Measure;
  readonly catalogue: Catalogue;
  readonly today: string;
}

function toReturn(recorded: Recorded, { measure, catalogue, today }: Grounds): ClaimReturn {
  const { on, by, office, reason, due, lateReason, stated, answer } = recorded;
  const items = recorded.items.map((item) =>
    Object.assign(new ReturnItem(), {
      ...item,
      was: shown(item.field, stated[item.field], measure),
      isChanged: answer === null ? null : answer.changed.includes(item.field),
      answer: answer?.answers.find(({ field }) => field === item.field)?.text ?? null,
    }),
  );
  const changes = (answer?.changes ?? []).map(({ field, before, after, isAsked }) =>
    Object.assign(new StatedChange(), {
      field,
      label: fieldLabel(field, measure),
      before: shown(field, before, measure),
      after: shown(field, after, measure),
      isAsked,
    }),
  );
  return Object.assign(new ClaimReturn(), {
    ...{ on, by, reason, items, lateReason, changes },
    department: office.department,
    telephone: catalogue.places.departments.telephoneOf(office.division, office.department ?? ''),
    answerBy: due?.answerBy ?? null,
    workingDays: due?.workingDays ?? null,
    isOverdue: answer === null && due !== null && due.answerBy < today,
    answeredOn: answer?.on ?? null,
    answeredBy: answer?.by ?? null,
  });
}

/** What was stated of a field, for people; null where nothing was. What stands on a paper is shown as it stands. */
function shown(field: string, text: string | null | undefined, { clause }: Measure): Bilingual | null {
  if (text === null || text === undefined) return null;
  if (field === 'requestedAmount') return money(text);
  if (!field.startsWith('facts.') || !isPayable(clause)) return say(text, text);
  return new FactWords(clause).value(field.slice('facts.'.length), text);
}
