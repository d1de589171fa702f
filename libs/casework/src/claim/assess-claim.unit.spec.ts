import { describe, expect, it } from '@jest/globals';
import { compileCatalogue, isFailure, loadPolicy } from '@duixian/policy';
import { foldEntitlement } from '../entitlement/entitlement.js';
import { placeLines, poolAccount, quotaAccount } from '../entitlement/accounts.js';
import { eventAt } from '../common/decision.js';
import {
  catalogue as real,
  claimAfter,
  CLAIM,
  command,
  COUNTY,
  CITY,
  finance,
  submitted,
  USCC,
} from '../spec/fixtures.spec.js';
import { assessClaim } from './assess-claim.js';

/** No real document has a pool or a quota and a split at once. */
const TEXT =
  '虚构措施\n一、对产品给予10万元一次性补助，由市、县两级按1:1分担，每年总额不超过100万元，不超过10个。（责任单位：市工信局）自2025年1月1日起施行，有效期至2026年12月31日。';
const YAML = `
policy: fictitious-2025-1
title: { zh: 虚构措施, en: Fictitious measures }
documentNumber: 一、
issuer: { zh: 虚构市, en: Fictitious city }
tenant: '350500'
division: '350500'
jurisdiction: '3505'
signedOn: 2025-01-01
period: { from: 2025-01-01, to: 2026-12-31, quote: 自2025年1月1日起施行，有效期至2026年12月31日。 }
overlapRule: { name: 一次性, quote: 对产品给予10万元一次性补助 }
articles:
  - number: 一
    heading: 对产品给予10万元一次性补助
    clauses:
      - id: '1'
        title: { zh: 产品补助, en: Product grant }
        kind: grant
        quote: 对产品给予10万元一次性补助，由市、县两级按1:1分担，每年总额不超过100万元，不超过10个。
        departments: { lead: 市工信局 }
        basis: subject
        subject: given
        amount: { flat: '100000.00' }
        limits: { pool: '1000000.00', quota: 10 }
        split: [{ payer: city, share: 1/2 }, { payer: county, share: 1/2 }]
`;
const MEASURE = 'fictitious-2025-1/1';

function fictitious() {
  const loaded = loadPolicy({ folder: 'fictitious-2025-1', yaml: YAML, text: TEXT, version: 'v1' });
  if ('problems' in loaded) throw new Error(loaded.problems.map(({ message }) => message.en).join('\n'));
  const compiled = compileCatalogue([loaded.policy], real.places);
  if ('problems' in compiled) throw new Error(compiled.problems.map(({ message }) => message.en).join('\n'));
  return compiled.catalogue;
}

describe('assessment of a claim on record', () => {
  it('leaves aside what the claim itself was granted, in its history, in the pool and in the quota', () => {
    const catalogue = fictitious();
    const claim = claimAfter(submitted({ measure: MEASURE, subject: '芯片', facts: {} }));
    const lines = [
      { payer: CITY, amount: '50000.00', basis: MEASURE },
      { payer: COUNTY, amount: '50000.00', basis: MEASURE },
    ];
    const key = { claim: CLAIM, uscc: USCC, measure: MEASURE, year: 2025 };
    const quota = quotaAccount(MEASURE, 2025);
    const entitlement = foldEntitlement([
      eventAt(2, command(finance), 'GrantReserved', {
        claim: CLAIM,
        measure: MEASURE,
        year: 2025,
        subject: '芯片',
        kind: 'grant',
        amount: '100000.00',
        lines: placeLines(key, lines, catalogue).lines,
        quota,
        policyVersion: 'v1',
        payee: 'enterprise',
      }),
    ]);
    const programme = new Map([
      [poolAccount(MEASURE, 2025), { ceiling: 100_000_000n, reserved: 10_000_000n, paid: 90_000_000n }],
      [quota, { ceiling: 10n, reserved: 1n, paid: 9n }],
    ]);
    const assessed = assessClaim(claim, { entitlement, programme, catalogue });
    expect(assessed).toMatchObject({ history: [], programme: { poolUsed: '900000.00', quotaUsed: 9 } });
    expect(isFailure(assessed.answer) ? null : assessed.answer.lines).toEqual(lines);
  });
});
