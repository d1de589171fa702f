import type { AuthProvider } from 'react-admin';
import { z } from 'zod';
import type { GraphQlClient } from '../api/client.js';
import { ApiError } from '../api/errors.js';
import type { Locale } from '../i18n/locale.js';
import { type User, loginDocument, logoutDocument, meDocument } from './documents.js';

const credentials = z.object({ username: z.string(), password: z.string() });

/** Resources that need more than being logged in. */
const permissionFor: Record<string, string> = { users: 'user.read', 'security-log': 'security-log.read' };

/** Who is logged in. The cookie is the session; `me` is asked once and kept until it proves stale. */
export function createAuthProvider(client: GraphQlClient, locale: () => Locale): AuthProvider {
  let current: Promise<User> | null = null;

  const me = () => {
    current ??= client.run(meDocument, {}).then(
      (answer) => answer.me,
      (error: unknown) => {
        current = null;
        throw error;
      },
    );
    return current;
  };

  return {
    async login(params: unknown) {
      const { login } = await client.run(loginDocument, credentials.parse(params));
      if (!login.done) throw new Error(login.message[locale()]);
      current = Promise.resolve(login.user);
    },
    async logout() {
      const wasLoggedIn = current !== null;
      current = null;
      if (wasLoggedIn) await client.run(logoutDocument, {}).catch(ignoreEndedSession);
    },
    async checkAuth() {
      await me().catch(unlessUnauthenticated);
    },
    checkError(error: unknown) {
      if (!isUnauthenticated(error)) return Promise.resolve();
      current = null;
      return Promise.reject(error);
    },
    async getIdentity() {
      const user = await me();
      return { ...user, fullName: user.displayName };
    },
    async getPermissions() {
      return (await me()).roles;
    },
    async canAccess({ resource }) {
      const needed = permissionFor[resource];
      return needed === undefined || (await me()).permissions.includes(needed);
    },
  };
}

function isUnauthenticated(error: unknown): error is ApiError {
  return error instanceof ApiError && error.code === 'UNAUTHENTICATED';
}

/** Nobody is logged out because the server is out of reach: the page itself says so and offers to try again. */
function unlessUnauthenticated(error: unknown): void {
  if (isUnauthenticated(error)) throw error;
}

/** A session that is over already needs no logging out; anything else is worth knowing. */
function ignoreEndedSession(error: unknown): void {
  if (!isUnauthenticated(error)) throw error;
}
