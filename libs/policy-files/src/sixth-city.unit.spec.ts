import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, expect, it } from '@jest/globals';

import { PolicyProblems, POLICIES_DIR, readCatalogue } from './index.js';

const FIXTURE = fileURLToPath(new URL('../fixtures/yunchuan-2025-3', import.meta.url));

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'duixian-policies-'));
});

afterEach(() => rmSync(directory, { recursive: true }));

it('assesses under a sixth document that is nothing but a folder', () => {
  // given the five documents, and a folder for a sixth beside them
  cpSync(POLICIES_DIR, directory, { recursive: true });
  cpSync(FIXTURE, join(directory, 'yunchuan-2025-3'), { recursive: true });
  const catalogue = readCatalogue(directory);

  // when a firm claims for fees of 450,000.01 yuan
  const answer = catalogue.assess({
    id: 1,
    measure: 'yunchuan-2025-3/1',
    year: 2025,
    occurredOn: '2025-06-30',
    enterprise: { division: '359921' },
    facts: { serviceFee: '450000.01' },
    granted: [{ measure: 'yunchuan-2025-3/1', year: 2025, payer: '359922', amount: '10000.00' }],
  });

  // then 30% is due, the county's third rounded down and less what another county granted
  expect(answer).toEqual({
    id: 1,
    eligible: true,
    kind: 'grant',
    amount: '125000.00',
    lines: [
      { payer: '359900', amount: '90000.00', basis: 'yunchuan-2025-3/1' },
      { payer: '359921', amount: '35000.00', basis: 'yunchuan-2025-3/1' },
    ],
    subject: null,
    reasons: [],
  });
  expect(catalogue.coverage().policies).toHaveLength(6);
});

it('counts places of a quota', () => {
  cpSync(FIXTURE, join(directory, 'yunchuan-2025-3'), { recursive: true });
  const catalogue = readCatalogue(directory);
  const claim = {
    measure: 'yunchuan-2025-3/2',
    year: 2026,
    occurredOn: '2026-12-31',
    enterprise: { division: '359900' },
    subject: '码头调度',
    facts: { level: 'national' },
  };

  expect(catalogue.assess({ ...claim, programme: { quotaUsed: 1 } })).toMatchObject({ amount: '300000.00' });
  expect(catalogue.assess({ ...claim, programme: { quotaUsed: 2 } })).toMatchObject({
    eligible: true,
    amount: '0.00',
    reasons: ['QUOTA_EXHAUSTED'],
  });
});

it('is publicised as long as the city goes by, and as its document says where it says so', () => {
  const folder = join(directory, 'yunchuan-2025-3');
  cpSync(FIXTURE, folder, { recursive: true });
  expect(readCatalogue(directory).publicityOf('yunchuan-2025-3/1')).toEqual({ least: 7, unit: 'days', source: null });

  const text = readFileSync(join(FIXTURE, 'source.txt'), 'utf8');
  writtenWith('least: 5, unit: workingDays, source: 云财规〔2024〕2号');
  expect(readCatalogue(directory).publicityOf('yunchuan-2025-3/1')).toEqual({
    least: 5,
    unit: 'workingDays',
    source: '云财规〔2024〕2号',
  });

  writeFileSync(join(folder, 'source.txt'), `${text}拟兑现名单公示七个工作日。\n`);
  writtenWith('least: 7, unit: workingDays, quote: 公示七个工作日');
  expect(readCatalogue(directory).publicityOf('yunchuan-2025-3/1')).toEqual({
    least: 7,
    unit: 'workingDays',
    source: '公示七个工作日',
  });

  writtenWith('least: 5, unit: workingDays, quote: 公示七个工作日');
  expect(() => readCatalogue(directory)).toThrow(PolicyProblems);
  expect(() => readCatalogue(directory)).toThrow(/least.*The quotation says '七个工作日'/);

  writtenWith('least: 0, unit: weeks, source: 本市规定');
  expect(() => readCatalogue(directory)).toThrow(/yunchuan-2025-3\/policy\.yaml:\d+:\d+: .*(least|unit)/);

  function writtenWith(rule: string): void {
    const yaml = readFileSync(join(FIXTURE, 'policy.yaml'), 'utf8');
    writeFileSync(join(folder, 'policy.yaml'), yaml.replace('articles:\n', `publicity: { ${rule} }\narticles:\n`));
  }
});

it('has its rule of publicity in no file but one to which two persons agree', () => {
  mkdirSync(join(directory, 'cities'));
  const city = "city: '350500'\npublicity: { least: 5, unit: workingDays, source: 本市规定 }\n";
  writeFileSync(join(directory, 'cities', '350500.yaml'), city);
  expect(() => readCatalogue(directory)).toThrow(/cities\/350500\.yaml:2:1: .*policy\.yaml/);
});
