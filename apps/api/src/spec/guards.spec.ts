import type { Guard } from '@duixian/event-store';
import type { Api } from './api.spec.js';

/** What is reserved and paid on an account, in fen or in places. */
export async function balanceOf(api: Api, tenant: string, account: string): Promise<Pick<Guard, 'reserved' | 'paid'>> {
  const guard = (await api.store.readGuards(tenant, [account])).get(account);
  return { reserved: guard?.reserved ?? 0n, paid: guard?.paid ?? 0n };
}
