import { DEPARTMENT_CHANGES, type DepartmentChangeKind, type ProposalStanding } from '@duixian/casework';
import { createUnionType, Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Division } from '../division/division.type.js';
import { ProposalStandingEnum } from '../enterprise/read/proposal-standing.js';
import { enumOf } from '../graphql/enum-of.js';
import { InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain } from '../graphql/refusal/refusal.js';
import { PlainDate } from '../graphql/scalars/plain-date.js';

export const DepartmentChangeKindEnum = enumOf(DEPARTMENT_CHANGES);
registerEnumType(DepartmentChangeKindEnum, {
  name: 'DepartmentChangeKind',
  description: 'What becomes of a department (机构变更).',
  valuesMap: {
    ENDED: { description: 'It ends, and nobody goes on with its work (撤销).' },
    ESTABLISHED: { description: 'It begins (设立).' },
    MERGED: { description: 'Its work goes to another department (并入).' },
    RENAMED: { description: 'It goes on under another name (更名).' },
  },
});

@ObjectType('DepartmentChange', {
  description: 'What becomes of a department from a day on, as one administrator proposes and another agrees.',
})
export class DepartmentChangeShown {
  @Field(() => ID, { description: 'Id of the proposal.' })
  id!: string;

  @Field(() => ProposalStandingEnum, { description: 'How it stands on that day.' })
  standing!: ProposalStanding;

  @Field(() => DepartmentChangeKindEnum, { description: 'What becomes of it.' })
  kind!: DepartmentChangeKind;

  @Field(() => Division, { description: 'Whose department it is.' })
  division!: Division;

  @Field({ description: 'Its name: the new one where it is established, and else the one until then.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its new name, or the department that goes on with its work; null where it is established or ended.',
  })
  successor!: string | null;

  @Field(() => PlainDate, { description: 'First day on which it is so.' })
  from!: string;

  @Field({ description: 'Number of the document that orders it (机构改革文号).' })
  document!: string;

  @Field(() => String, { nullable: true, description: 'What is said of it besides.' })
  reason!: string | null;

  @Field({ description: 'Name of who proposed it.' })
  proposedBy!: string;

  @Field(() => PlainDate, { description: 'When it was proposed.' })
  proposedOn!: string;

  @Field(() => PlainDate, { description: 'Last day on which it can be agreed to.' })
  opensUntil!: string;

  @Field(() => String, { nullable: true, description: 'Name of who agreed, refused or took it back.' })
  answeredBy!: string | null;

  @Field(() => PlainDate, { nullable: true, description: 'When that was.' })
  answeredOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  refusedBecause!: string | null;

  @Field(() => Boolean, { description: 'Whether you may agree to it today.' })
  canAgree!: boolean;

  @Field(() => Boolean, { description: 'Whether you may refuse it today: also what is agreed to, until its day.' })
  canRefuse!: boolean;

  @Field(() => Boolean, { description: 'Whether you may take it back today: your own, until its day.' })
  canWithdraw!: boolean;
}

export const DepartmentChangeResult = createUnionType({
  name: 'DepartmentChangeResult',
  description: 'The change as it stands afterwards, or why nothing was recorded.',
  types: () => [DepartmentChangeShown, InvalidInput, NotFound, NotAllowedNow, NotPermitted, TryAgain] as const,
});
