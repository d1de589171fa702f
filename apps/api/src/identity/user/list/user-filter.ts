import { Field, InputType, registerEnumType } from '@nestjs/graphql';
import { SortDirection } from '../../../graphql/sort-direction.js';
import type { Role } from '../../permission.js';
import { RoleEnum } from '../user.type.js';
import { ValueKind } from '../../../graphql/values/value-kind.js';

@InputType({ description: 'All that is given must hold.' })
export class UserFilter {
  @Field(() => String, { nullable: true, description: 'Part of the username or of the name.' })
  @ValueKind('search')
  query?: string | null;

  @Field(() => RoleEnum, { nullable: true, description: 'His office.' })
  role?: Role | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether he is shut out.' })
  disabled?: boolean | null;
}

export enum UserSortField {
  USERNAME = 'USERNAME',
  DISPLAY_NAME = 'DISPLAY_NAME',
}

registerEnumType(UserSortField, {
  name: 'UserSortField',
  description: 'What officials are sorted by.',
  valuesMap: { DISPLAY_NAME: { description: 'Name.' }, USERNAME: { description: 'Username.' } },
});

@InputType({ description: 'Order of the list. By username if left out.' })
export class UserSort {
  @Field(() => UserSortField, { description: 'By what.' })
  field!: UserSortField;

  @Field(() => SortDirection, { description: 'Which way.' })
  direction!: SortDirection;
}
