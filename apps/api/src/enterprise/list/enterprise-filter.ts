import { Field, InputType, registerEnumType } from '@nestjs/graphql';
import { SortDirection } from '../../graphql/sort-direction.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({ description: 'All that is given must hold.' })
export class EnterpriseFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name, or the start of the credit code.' })
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

registerEnumType(EnterpriseSortField, { name: 'EnterpriseSortField' });

@InputType()
export class EnterpriseSort {
  @Field(() => EnterpriseSortField)
  field!: EnterpriseSortField;

  @Field(() => SortDirection)
  direction!: SortDirection;
}
