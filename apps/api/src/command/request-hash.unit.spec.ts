import { describe, expect, it } from '@jest/globals';
import type { Command, ReasonedClaimCommand } from '@duixian/casework';
import { fen } from '@duixian/money';
import { requestHashOf } from './request-hash.js';

const actor = {
  userId: 'one',
  username: 'one',
  displayName: '经办人',
  division: '350500',
  department: null,
  roles: ['clerk'],
} as const;
const command: Command = { commandId: 'first', tenant: '350500', actor, on: '2026-08-03' };
const reject: ReasonedClaimCommand = { ...command, claim: '350500-2025-7K3M9QAB', reason: '重复' };

describe('the hash of a request', () => {
  it('is the same on another day and in another order of its fields', () => {
    const { claim, reason } = reject;
    expect(requestHashOf('rejectClaim', { reason, claim, ...command, on: '2026-08-04' } as Command)).toBe(
      requestHashOf('rejectClaim', reject),
    );
  });

  it('is another for another name, sender or content, money included', () => {
    const review = (agreedAmount: bigint) => ({ ...reject, agreedAmount: fen(agreedAmount) });
    const hashes = [
      requestHashOf('rejectClaim', reject),
      requestHashOf('withdrawClaim', reject),
      requestHashOf('rejectClaim', { ...reject, actor: { ...actor, userId: 'other' } }),
      requestHashOf('rejectClaim', { ...reject, reason: '重复。' } as Command),
      requestHashOf('rejectClaim', review(1n)),
      requestHashOf('rejectClaim', review(2n)),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it.each(['a\0b', '\uD800'])('takes no text that jsonb cannot hold', (reason) => {
    expect(() => requestHashOf('rejectClaim', { ...reject, reason } as Command)).toThrow('control character');
  });
});
