import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimStream, enterpriseStream } from '@duixian/casework';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actorOf } from '../identity/actor.js';
import { Law } from '../policy/law/law.js';
import { Api, usccOf } from '../spec/api.spec.js';
import { Bureau, COUNTY } from '../spec/bureau.spec.js';
import { ImportPlayer } from './import-player.js';
import { Offices } from './offices.js';
import { planImport } from './plan.js';

let api: Api;
let bureau: Bureau;
let folder: string;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
  folder = mkdtempSync(join(tmpdir(), 'duixian-folder-'));
  mkdirSync(join(folder, 'claims/quanzhou-2024-7'), { recursive: true });
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await api.stop();
});

function write(file: string, ...rows: readonly string[]): void {
  writeFileSync(join(folder, file), rows.map((row) => `${row}\n`).join(''));
}

describe('a folder that is imported', () => {
  it('registers from its licence what does not check, and claims on contracts with their parties', async () => {
    const fits = usccOf(COUNTY, 901);
    const uscc = fits.slice(0, -1) + (fits.endsWith('0') ? '1' : '0');
    const claim = '350500-2025-7K3M9QAB';
    write(
      'enterprises.csv',
      '统一社会信用代码,企业名称,行政区划代码,登记日期,执照编号,执照核发日期',
      `${uscc},旧码智算有限公司（虚构）,${COUNTY},2026-01-06,350582100012345,2015-10-08`,
    );
    write('moves.csv', '统一社会信用代码,迁出行政区划代码,迁入行政区划代码,迁移日期,登记日期');
    write(
      'claims/quanzhou-2024-7/9.csv',
      '申报编号,统一社会信用代码,年度,发生日期,项目名称,申请金额,合同编号,合同对方,申报日期',
      `${claim},${uscc},2025,2025-11-04,攻关,100000.00,HT-1；HT-1,福州云岭云计算有限公司；厦门鹭云科技有限公司,2026-01-09`,
    );
    const offices = new Offices([bureau.clerk, bureau.otherClerk].map(actorOf));
    const { steps, problems } = planImport({ path: folder, today: '2026-01-10' }, api.app.get(Law).known, offices);
    expect(problems).toEqual([]);
    const { signal } = new AbortController();
    expect(await api.app.get(ImportPlayer).play(steps, { onProgress: () => undefined, signal })).toEqual([]);

    const { events } = await api.store.readStream(bureau.city, enterpriseStream(uscc));
    expect(events.map(({ type }) => type)).toEqual([
      'RegistrationProposed',
      'RegistrationAgreed',
      'EnterpriseRegistered',
    ]);
    const submitted = await api.store.readStream(bureau.city, claimStream(claim));
    const contract = { kind: 'contract', number: 'HT-1', invoice: null };
    expect(submitted.events[0]?.data).toMatchObject({
      evidence: [
        { ...contract, party: '福州云岭云计算有限公司' },
        { ...contract, party: '厦门鹭云科技有限公司' },
      ],
    });
  });
});
