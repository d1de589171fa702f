import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Division } from '../../division/division.type.js';
import type { Role } from '../permission.js';

/** The roles as GraphQL shows them; the values are the ones inside. */
export const RoleEnum = {
  CLERK: 'clerk',
  REVIEWER: 'reviewer',
  FINANCE: 'finance',
  TREASURY: 'treasury',
  AUDITOR: 'auditor',
  SYSTEM_ADMINISTRATOR: 'system-administrator',
  SECURITY_ADMINISTRATOR: 'security-administrator',
  AUDIT_ADMINISTRATOR: 'audit-administrator',
} as const satisfies Record<string, Role>;

registerEnumType(RoleEnum, {
  name: 'Role',
  description: '窗口受理、审核、财政、支付、审计、系统管理员、安全管理员、审计管理员. One person holds one.',
});

@ObjectType({ description: 'An official.' })
export class User {
  @Field(() => ID)
  id!: string;

  @Field()
  tenant!: string;

  @Field()
  username!: string;

  @Field()
  displayName!: string;

  @Field(() => Division, { description: 'His office.' })
  division!: Division;

  @Field(() => String, { nullable: true })
  department!: string | null;

  @Field(() => [RoleEnum])
  roles!: readonly Role[];

  @Field()
  disabled!: boolean;

  @Field(() => [String], { description: 'What his roles permit him to ask for.' })
  permissions!: string[];
}
