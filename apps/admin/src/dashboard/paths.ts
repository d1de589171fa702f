import type { ClaimStatus, DeadlineLight } from '../api/schema/enums.generated.js';

/** The list of claims with nothing in it but what this user can take forward from the status, oldest first. */
export function waitingClaimsPath(status: ClaimStatus): string {
  return `/claims?${listParams({ status: [status], waitingForMe: true }, 'submittedOn', 'ASC')}`;
}

export function claimsOfStatusPath(status: ClaimStatus): string {
  return `/claims?${listParams({ status: [status] }, 'submittedOn', 'DESC')}`;
}

export function claimsOfMeasurePath(measure: string): string {
  return `/claims?${listParams({ measure }, 'submittedOn', 'DESC')}`;
}

/** What stands under a light, the first due first; with nothing but what this user can take forward, where he has any. */
export function duePath(light: DeadlineLight, waitingForMe: boolean): string {
  return `/claims?${listParams({ light: [light], ...(waitingForMe && { waitingForMe }) }, 'due', 'ASC')}`;
}

/** What those look after for whom this user stands in. */
export const stoodInPath = `/claims?${listParams({ assigned: 'STOOD_IN' }, 'submittedOn', 'ASC')}`;

/** What this user had in hand and others go on with, the longest first. */
export const withOthersPath = `/claims?${listParams({ waitingForOthers: true }, 'submittedOn', 'ASC')}`;

export const escalatedPath = `/claims?${listParams({ escalatedToMe: true }, 'due', 'ASC')}`;

export const allClaimsPath = `/claims?${listParams({}, 'submittedOn', 'DESC')}`;

export const waitingPaymentsPath = `/payments?${listParams({ waitingForMe: true }, 'instructedOn', 'ASC')}`;

/** React-admin's way of keeping a list's state in the address bar. */
function listParams(filter: object, sort: string, order: 'ASC' | 'DESC'): string {
  return new URLSearchParams({ filter: JSON.stringify(filter), sort, order, page: '1', perPage: '25' }).toString();
}
