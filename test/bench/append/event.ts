import type { NewEvent } from '@duixian/event-store';

export const TENANT = '350500';

/** What every contender records: one event of the size that a claim's step has. */
export function claimAccepted(id: string): NewEvent {
  return {
    eventId: `event-${id}`,
    type: 'ClaimAccepted',
    schemaVersion: 1,
    occurredOn: '2025-06-30',
    data: {
      claim: `350500-2025-${id}`,
      measure: 'quanzhou-2024-7/2',
      uscc: '91350500MA2XN2J96Q',
      enterpriseName: '泉州市智算云服务有限公司',
      facts: { serviceFee: '1200000.00' },
      requestedAmount: '300000.00',
      note: '材料齐全，符合受理条件。',
    },
    meta: { actor: { userId: 'clerk-1', name: '受理一', roles: ['clerk'], division: '350500' }, requestId: id },
  };
}
