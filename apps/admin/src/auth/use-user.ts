import { useGetIdentity } from 'react-admin';
import { z } from 'zod';
import { useAsOf } from '../as-of/AsOfProvider.js';
import type { AccountDemand, Permission } from '../api/schema/enums.generated.js';
import type { User } from './documents.js';

/** What the auth provider says of him; react-admin hands it on without its types. */
const known = z.object({ user: z.custom<User>(), demand: z.custom<AccountDemand | null>() });

/** The official who is logged in, once known. */
export function useUser(): User | null {
  const { identity } = useGetIdentity();
  return known.safeParse(identity).data?.user ?? null;
}

/** Whether the official may ask for something now; in the past nothing is done, and no personal data is read. */
export function useMay(permission: Permission): boolean {
  const { asOf } = useAsOf();
  const may = useUser()?.permissions.includes(permission) ?? false;
  return may && (asOf === null || readOnly.has(permission));
}

const readOnly: ReadonlySet<Permission> = new Set([
  'SETASIDE_READ',
  'VERIFICATION_READ',
  'SECURITY_LOG_READ',
  'USER_READ',
]);

/** What the official has to do before anything else: null = nothing; undefined = it is not known yet. */
export function useDemand(): AccountDemand | null | undefined {
  const { identity, isPending } = useGetIdentity();
  if (isPending) return undefined;
  return known.safeParse(identity).data?.demand ?? null;
}
