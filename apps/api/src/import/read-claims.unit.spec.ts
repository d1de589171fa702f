import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readCatalogue } from '@duixian/policy-files';
import { readClaims } from './read-claims.js';

const catalogue = readCatalogue();
const HEAD =
  '申报编号,统一社会信用代码,年度,发生日期,年度服务费（发票金额）,申请金额,发票号码,申报日期,受理日期,' +
  '支付日期,银行回单号,县级支付日期,县级银行回单号,办理结果,办理日期,办理意见';
const CLAIM = '350500-2025-7K3M9QAB,91350583MAX0010185,2025,2025-06-30';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duixian-import-'));
  mkdirSync(join(folder, 'claims/quanzhou-2024-7'), { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true }));

function read(text: string, name = '2.csv') {
  writeFileSync(join(folder, 'claims/quanzhou-2024-7', name), text);
  return readClaims({ path: folder, today: '2026-11-22' }, catalogue);
}

/** Where the problems are: line and column. */
function places(text: string, name?: string) {
  return read(text, name).problems.map(({ line, column }) => [line, column]);
}

describe('a file of claims', () => {
  it('becomes what was stated, and what was done, by day', () => {
    const { rows, problems } = read(
      `\uFEFF${HEAD}\n${CLAIM},800000.00,240000.00,25352,2025-07-15,2025-07-17,2025-08-14,A1,2025-08-12,B2,,,\n`,
    );
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.application).toEqual({
      occurredOn: '2025-06-30',
      subject: null,
      facts: { serviceFee: '800000.00' },
      requestedAmount: 24_000_000n,
      evidence: [{ kind: 'invoice', number: '25352', invoice: null, party: null }],
    });
    expect(rows[0]?.deeds.map(({ on, deed }) => [on, deed.kind])).toEqual([
      ['2025-07-15', 'submit'],
      ['2025-07-17', 'accept'],
      ['2025-08-12', 'confirm'],
      ['2025-08-14', 'confirm'],
    ]);
  });

  it('hands a fact on that it cannot read, for the decision to refuse', () => {
    const { rows, problems } = read(`${HEAD}\n${CLAIM},约80万元,240000.00,25352,2025-07-15,,,,,,,,\n`);
    expect(problems).toEqual([]);
    expect(rows[0]?.application.facts).toEqual({ serviceFee: '约80万元' });
  });

  it('names the line and column of a bad row, and goes on with the next', () => {
    const good = `${CLAIM},800000.00,240000.00,25352,2025-07-15,,,,,,,,`;
    const text = [
      HEAD,
      `${CLAIM},800000.00,24万,25352,2025-07-15,,,,,,,,`,
      `${CLAIM},800000.00,240000.00,25352,2025-02-30,,,,,,,,`,
      `${CLAIM},800000.00,240000.00,25352,2025-07-15,2025-07-01,,,,,,,`,
      `${CLAIM},800000.00,240000.00,25352,2025-07-15,,,,,,搁置,2025-07-20,`,
      `${CLAIM},800000.00`,
      good,
    ].join('\n');
    expect(places(text)).toEqual([
      [6, null],
      [2, '申请金额'],
      [3, '申报日期'],
      [4, '受理日期'],
      [5, '办理结果'],
    ]);
    expect(read(text).rows).toHaveLength(1);
  });

  it('is refused whole when a column is unknown or missing, or no clause has its name', () => {
    expect(places(`${HEAD},备注\n`)).toEqual([[1, '备注']]);
    expect(places(`${HEAD.replace('申请金额', '金额')}\n`)).toEqual([
      [1, '申请金额'],
      [1, '金额'],
    ]);
    rmSync(join(folder, 'claims/quanzhou-2024-7/2.csv'));
    // 1.county is a referral: nobody can claim under it.
    expect(places(HEAD, '1.county.csv')).toEqual([[1, null]]);
  });

  it('says so when it is no CSV', () => {
    expect(places(`${HEAD}\n${CLAIM},"800000.00,1,2,2025-07-15\n`)).toHaveLength(1);
  });
});

describe('a file of claims that rest on contracts', () => {
  const head = '申报编号,统一社会信用代码,年度,发生日期,项目名称,申请金额,合同编号,合同对方,申报日期';
  const row = (numbers: string, parties: string) =>
    `350500-2024-W326G2P2,91350581MAX0033200,2024,2024-11-04,攻关,1590000.00,${numbers},${parties},2024-12-09`;
  const evidenceOf = (numbers: string, parties: string) =>
    read(`${head}\n${row(numbers, parties)}\n`, '9.csv').rows[0]?.application.evidence;
  const contract = { kind: 'contract', invoice: null };

  it('names the other party of each, in their order, where it is known', () => {
    expect(evidenceOf('HT-1；HT-2', '福州云岭云计算有限公司；厦门鹭云科技有限公司')).toEqual([
      { ...contract, number: 'HT-1', party: '福州云岭云计算有限公司' },
      { ...contract, number: 'HT-2', party: '厦门鹭云科技有限公司' },
    ]);
    expect(evidenceOf('HT-1', '')).toEqual([{ ...contract, number: 'HT-1', party: null }]);
  });

  it('is refused where the parties are not as many as the numbers, or stand without one', () => {
    const text = [head, row('HT-1；HT-2', '福州云岭云计算有限公司'), row('', '福州云岭云计算有限公司')].join('\n');
    expect(read(text, '9.csv').problems).toMatchObject([
      { line: 2, column: '合同对方', message: { zh: expect.stringContaining('号码有2项') } },
      { line: 3, column: '合同对方', message: { zh: expect.stringContaining('号码有0项') } },
    ]);
  });
});
