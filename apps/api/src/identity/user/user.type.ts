import { ROLE_NAMES } from '@duixian/casework';
import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Division } from '../../division/division.type.js';
import { enumOf, wordsOf } from '../../graphql/enum-of.js';
import { PermissionEnum } from '../permission-words.js';
import { roles, type Permission, type Role } from '../permission.js';

/** The roles as GraphQL shows them; the values are the ones inside. */
export const RoleEnum: Readonly<Record<string, Role>> = enumOf(roles);

registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'What somebody is responsible for (岗位). One person holds one.',
  valuesMap: wordsOf(ROLE_NAMES),
});

@ObjectType({ description: 'An official.' })
export class User {
  @Field(() => ID, { description: 'Stays the same whatever he is called.' })
  id!: string;

  @Field({ description: 'Code of his prefecture-level city.' })
  tenant!: string;

  @Field({ description: 'With which he signs in.' })
  username!: string;

  @Field({ description: 'His name.' })
  displayName!: string;

  @Field(() => Division, { description: 'His office.' })
  division!: Division;

  @Field(() => String, { nullable: true, description: 'Of a reviewer; null for others.' })
  department!: string | null;

  @Field(() => [RoleEnum], { description: 'His office: one.' })
  roles!: readonly Role[];

  @Field({ description: 'Whether he is shut out.' })
  disabled!: boolean;

  @Field(() => [PermissionEnum], { description: 'What his roles permit him to ask for.' })
  permissions!: Permission[];
}
