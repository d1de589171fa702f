import type { Role } from '../api/schema/enums.generated.js';
import { useUser } from '../auth/use-user.js';

const handling: readonly Role[] = ['CLERK', 'REVIEWER', 'FINANCE', 'TREASURY'];

/** Whether one's own office takes steps on claims or payments, so that there is something to take no part in. */
export function useTakesPart(): boolean {
  return useUser()?.roles.some((role) => handling.includes(role)) ?? false;
}
