import { expect, it } from '@jest/globals';
import type { LikelyClaims } from './documents.js';
import { likelyOf } from './likely-claims.js';

const named = (id: string) => ({ id, subject: '平台', year: 2026, number: '' });

it('offers each claim once with all that it shares, what shares something before the enterprise’s own', () => {
  const claim = {
    ...named('own'),
    evidence: [{ kind: 'INVOICE', number: '7', contestedBy: [named('paper')] }],
    nearContracts: [{ number: '2026-1', claim: named('paper') }],
    similarSubjects: [named('alike')],
    contradictingYears: [named('year')],
    enterprise: {
      claims: { nodes: [named('own'), named('newest'), named('alike')], pageInfo: { hasNextPage: false } },
    },
  } as unknown as LikelyClaims;
  expect(likelyOf(claim).map(({ claim: { id }, shares }) => [id, shares.map(({ kind }) => kind)])).toEqual([
    ['paper', ['paper', 'contract']],
    ['alike', ['subject']],
    ['year', ['year']],
    ['newest', []],
  ]);
});
