import { Permission } from '../api/schema/enums.generated.js';

/** A permission as the API's schema names it: `claim.read` inside is `CLAIM_READ`. @throws Error where it knows none. */
export function permissionNamed(inside: string): Permission {
  const name = inside.replace(/[-.]/g, '_').toUpperCase();
  const permission = Permission.find((each) => each === name);
  if (permission === undefined) throw new Error(`The API knows no permission ${name}.`);
  return permission;
}
