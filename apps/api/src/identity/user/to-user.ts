import type { Divisions } from '../../division/divisions.js';
import { isPermitted, permissions, type Role } from '../permission.js';
import { User } from './user.type.js';

/** What is known of an official in whatever shape it was read. */
export interface UserFields {
  readonly id: string;
  readonly tenant: string;
  readonly username: string;
  readonly displayName: string;
  readonly division: string;
  readonly department: string | null;
  readonly roles: readonly Role[];
  readonly disabled?: boolean;
}

/** An official as GraphQL shows him: never his password's hash. */
export function toUser(fields: UserFields, divisions: Divisions): User {
  const { id, tenant, username, displayName, department, roles } = fields;
  return Object.assign(new User(), {
    id,
    tenant,
    username,
    displayName,
    department,
    roles,
    division: divisions.get(fields.division),
    disabled: fields.disabled ?? false,
    permissions: permissions.filter((permission) => isPermitted(roles, permission)),
  });
}
