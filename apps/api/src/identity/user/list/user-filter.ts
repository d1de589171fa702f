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

  @Field(() => RoleEnum, { nullable: true })
  role?: Role | null;

  @Field(() => Boolean, { nullable: true })
  disabled?: boolean | null;
}

export enum UserSortField {
  USERNAME = 'USERNAME',
  DISPLAY_NAME = 'DISPLAY_NAME',
}

registerEnumType(UserSortField, { name: 'UserSortField' });

@InputType()
export class UserSort {
  @Field(() => UserSortField)
  field!: UserSortField;

  @Field(() => SortDirection)
  direction!: SortDirection;
}
