import { ENTERPRISE_CHANGES, type EnterpriseChangeKind } from '@duixian/casework';
import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { CommandInput } from '../../command/command-input.js';
import { enumOf } from '../../graphql/enum-of.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

export const EnterpriseChangeKindEnum: Readonly<Record<string, EnterpriseChangeKind>> = enumOf(ENTERPRISE_CHANGES);

registerEnumType(EnterpriseChangeKindEnum, {
  name: 'EnterpriseChangeKind',
  description: 'What happens to an enterprise beside its moves.',
  valuesMap: {
    RENAMED: { description: '更名: it has another name.' },
    RECODED: { description: '换发新码: it goes on under another credit code.' },
    MERGED: { description: '合并: it goes on in another enterprise.' },
    SPLIT: { description: '分立: it goes on in several others.' },
    CANCELLED: { description: '注销: it has ended.' },
    REVOKED: { description: '吊销: its licence was taken away.' },
  },
});

@InputType({ description: 'A change in the life of an enterprise, which a second clerk has to agree to.' })
export class ProposeEnterpriseChangeInput extends CommandInput {
  @Field(() => ID, { description: 'The enterprise.' })
  @ValueKind('uscc')
  uscc!: string;

  @Field(() => EnterpriseChangeKindEnum, { description: 'What happens to it.' })
  kind!: EnterpriseChangeKind;

  @Field(() => PlainDate, { description: 'First day on which it holds.' })
  on!: string;

  @Field(() => String, { nullable: true, description: 'The new name, when it is renamed.' })
  @ValueKind('name')
  name?: string | null;

  @Field(() => [ID], {
    defaultValue: [],
    description:
      'Credit codes of those who go on in its place: one, or several after a split. They are registered here.',
  })
  @ValueKind('uscc')
  successors!: string[];
}
