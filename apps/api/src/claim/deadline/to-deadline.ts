import type { Deadline as Reckoned } from '@duixian/casework';
import { Deadline } from './deadline.type.js';

/** A limit as it was reckoned, as it is answered. */
export function toDeadline({ steps, days, due, light, left, pausedSince, escalatedTo }: Reckoned): Deadline {
  return Object.assign(new Deadline(), {
    ...{ steps, days, light, pausedSince },
    dueOn: due.is === 'known' ? due.day : null,
    unpublishedYear: due.is === 'unpublished' ? due.year : null,
    daysLeft: left,
    escalatedTo: escalatedTo?.name ?? null,
  });
}
