import { Field, InputType, registerEnumType } from '@nestjs/graphql';
import { SortDirection } from '../../graphql/sort-direction.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({ description: 'All that is given must hold.' })
export class EnterpriseFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Part of a name it has or had, the start of its credit code, or a code that it had before.',
  })
  @ValueKind('search')
  query?: string | null;

  @Field(() => String, { nullable: true, description: 'A division and all that lies in it.' })
  @ValueKind('division')
  division?: string | null;
}

export enum EnterpriseSortField {
  NAME = 'NAME',
  REGISTERED_ON = 'REGISTERED_ON',
  USCC = 'USCC',
}

registerEnumType(EnterpriseSortField, {
  name: 'EnterpriseSortField',
  description: 'What enterprises are sorted by.',
  valuesMap: {
    NAME: { description: 'Name.' },
    REGISTERED_ON: { description: 'Day on which it was registered here.' },
    USCC: { description: 'Unified social credit code.' },
  },
});

@InputType({ description: 'Order of the list. By code if left out.' })
export class EnterpriseSort {
  @Field(() => EnterpriseSortField, { description: 'By what.' })
  field!: EnterpriseSortField;

  @Field(() => SortDirection, { description: 'Which way.' })
  direction!: SortDirection;
}
