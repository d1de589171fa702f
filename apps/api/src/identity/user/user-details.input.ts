import { Field, InputType } from '@nestjs/graphql';
import type { Role } from '../permission.js';
import type { UserDetails } from './user-details.js';
import { RoleEnum } from './user.type.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({ isAbstract: true })
export abstract class UserDetailsInput {
  @Field()
  @ValueKind('name')
  displayName!: string;

  @Field({ description: 'GB/T 2260 code of his office.' })
  @ValueKind('division')
  division!: string;

  @Field(() => String, { nullable: true, description: "As the policies name it; a reviewer's is required." })
  @ValueKind('name')
  department?: string | null;

  @Field(() => [RoleEnum])
  roles!: Role[];
}

/** The details as the administration takes them: a department left out is none. */
export function detailsOf({ displayName, division, department, roles }: UserDetailsInput): UserDetails {
  return { displayName, division, department: department ?? null, roles };
}
