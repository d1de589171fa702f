import { z } from 'zod';
import { edit, editOf } from '../api/command.js';
import { graphql } from '../api/document.js';
import { connection, connectionFields } from '../api/shapes.js';
import { type Role, user, userFields } from '../auth/documents.js';

export interface UserPageVariables {
  first: number;
  after: string | null;
  filter: { query?: string | undefined; role?: Role | undefined };
  sort: { field: 'USERNAME' | 'DISPLAY_NAME'; direction: 'ASC' | 'DESC' };
}

export const usersDocument = graphql<UserPageVariables>()(
  `query Users($first: Int!, $after: String, $filter: UserFilter, $sort: UserSort) {
    users(first: $first, after: $after, filter: $filter, sort: $sort) { nodes { ${userFields} } ${connectionFields} }
  }`,
  z.object({ users: connection(user) }),
);

export const userDocument = graphql<{ id: string }>()(
  `query User($id: ID!) { user(id: $id) { ${userFields} } }`,
  z.object({ user: user.nullable() }),
);

export interface UserDetails {
  displayName: string;
  division: string;
  department: string | null;
  roles: Role[];
}

const toUser = { type: 'User', fields: userFields, value: user };

export const createUser = edit<UserDetails & { username: string; password: string }>()('createUser', toUser);
export const updateUser = edit<UserDetails & { id: string }>()('updateUser', toUser);
export const setPassword = edit<{ id: string; password: string }>()('setPassword', toUser);
export const disableUser = editOf('disableUser', 'id', toUser);
export const enableUser = editOf('enableUser', 'id', toUser);
