import type { AuthProvider } from 'react-admin';
import { z } from 'zod';
import type { GraphQlClient } from '../api/client.js';
import { ApiError } from '../api/errors.js';
import { Drafts } from '../drafts/drafts.js';
import type { Locale } from '../i18n/locale.js';
import type { AccountDemand, Permission } from '../api/schema/enums.generated.js';
import {
  type User,
  activateAccountDocument,
  answerSecondFactorDocument,
  loginDocument,
  logoutDocument,
  meDocument,
} from './documents.js';
import { SecondFactorAsked, SignInLapsed } from './second-step.js';

const credentials = z.union([
  z.object({ username: z.string(), password: z.string() }),
  z.object({ username: z.string(), firstHalf: z.string(), secondHalf: z.string(), newPassword: z.string() }),
  z.object({ ticket: z.string(), code: z.string() }),
]);

/** The official, and what he has to do first. */
interface Known {
  readonly user: User;
  readonly demand: AccountDemand | null;
}

/** Resources that need more than being logged in. */
const permissionFor: Record<string, Permission> = { users: 'USER_READ', 'security-log': 'SECURITY_LOG_READ' };

/** Who is logged in. The cookie is the session; `me` is asked once and kept until it proves stale. */
export function createAuthProvider(client: GraphQlClient, locale: () => Locale): AuthProvider {
  let current: Promise<Known> | null = null;

  const me = () => {
    current ??= client.run(meDocument, {}).then(
      ({ me: user, myAccount }) => ({ user, demand: myAccount.demand }),
      (error: unknown) => {
        current = null;
        throw error;
      },
    );
    return current;
  };

  const answerTo = (stated: z.infer<typeof credentials>) => {
    if ('ticket' in stated) return client.run(answerSecondFactorDocument, stated);
    if ('newPassword' in stated) return client.run(activateAccountDocument, { input: stated });
    return client.run(loginDocument, stated);
  };

  return {
    async login(params: unknown) {
      const { login } = await answerTo(credentials.parse(params));
      if ('ticket' in login) throw new SecondFactorAsked(login.ticket);
      if ('message' in login) {
        // What is wrong with the one field says more than that something is.
        const problem = 'problems' in login ? login.problems[0]?.message : undefined;
        const message = (problem ?? login.message)[locale()];
        throw login.code === 'SIGN_IN_LAPSED' ? new SignInLapsed(message) : new Error(message);
      }
      client.ownWrites.forget();
      current = null;
    },
    async logout() {
      const known = current;
      current = null;
      if (known === null) return;
      // He signs out himself: what he typed here and did not send goes with him. A session that merely ended keeps it.
      await known.then(forgetUnsent, ignoreEndedSession);
      await client.run(logoutDocument, {}).catch(ignoreEndedSession);
    },
    async checkAuth() {
      await me().catch(unlessUnauthenticated);
    },
    async checkError(error: unknown) {
      // His role or his password was changed meanwhile: the application begins anew, with what he has to do first.
      if (isDemand(error) && (await current)?.demand === null) window.location.assign('/');
      if (!isUnauthenticated(error)) return;
      current = null;
      throw error;
    },
    async getIdentity() {
      const known = await me();
      return { ...known, id: known.user.id, fullName: known.user.displayName };
    },
    async getPermissions() {
      return (await me()).user.roles;
    },
    async canAccess({ resource }) {
      const needed = permissionFor[resource];
      return needed === undefined || (await me()).user.permissions.includes(needed);
    },
  };
}

function forgetUnsent({ user }: Known): void {
  new Drafts(window.localStorage, user.id).forgetAll();
}

function isUnauthenticated(error: unknown): error is ApiError {
  return error instanceof ApiError && error.code === 'UNAUTHENTICATED';
}

function isDemand(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 'PASSWORD_EXPIRED' || error.code === 'SECOND_FACTOR_REQUIRED');
}

/** Nobody is logged out because the server is out of reach: the page itself says so and offers to try again. */
function unlessUnauthenticated(error: unknown): void {
  if (isUnauthenticated(error)) throw error;
}

/** A session that is over already needs no logging out; anything else is worth knowing. */
function ignoreEndedSession(error: unknown): void {
  if (!isUnauthenticated(error)) throw error;
}
