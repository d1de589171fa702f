import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readCatalogue } from '@duixian/policy-files';
import { Api, usccOf, type Answer, type Official } from '../spec/api.spec.js';
import { Bureau, CITY, COUNTY, COUNTY_RENTAL, OTHER_COUNTY, submission, TODAY } from '../spec/bureau.spec.js';
import { ask } from '../spec/queries.spec.js';

let api: Api;
let bureau: Bureau;
let elsewhere: Official;
let uscc: string;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
  elsewhere = await api.hire('clerk', OTHER_COUNTY);
  uscc = await bureau.enterprise();
});

afterAll(() => api.stop());

/** Nobody knows 350582 by heart: six digits are told only beside the name. */
function expectNamed({ message }: Pick<Answer, 'message'>, ...names: readonly string[]): void {
  for (const text of [message.zh, message.en]) {
    for (const name of names) expect(text).toContain(name);
    expect(text.replaceAll(/[县市区] \d{6}/g, '')).not.toMatch(/\d{6}/);
  }
}

describe('a refusal calls divisions by their names', () => {
  const enter = (division: string) => ({ uscc: usccOf(COUNTY, 701), name: '青石（虚构）', division });

  it.each<[string, () => Promise<Answer>, string[]]>([
    [
      'to register for another window',
      () => api.send(elsewhere, 'registerEnterprise', enter(COUNTY)),
      ['晋江市 350582'],
    ],
    [
      'to register in another city',
      () => api.send(bureau.clerk, 'registerEnterprise', enter('350602')),
      ['芗城区 350602', '泉州市'],
    ],
    [
      'to propose a contact for another window',
      () => api.send(elsewhere, 'proposeContactChange', { uscc, name: '林一', phone: '13800000000' }),
      ['晋江市'],
    ],
    ['to submit at another window', () => api.send(elsewhere, 'submitClaim', submission({ uscc })), ['晋江市']],
    [
      'of another county’s policy',
      async () => {
        const stranger = await bureau.enterprise(OTHER_COUNTY);
        return api.send(bureau.clerk, 'submitClaim', submission({ uscc: stranger, measure: COUNTY_RENTAL }));
      },
      ['南安市', '晋江市'],
    ],
    [
      'to propose a version of another finance office',
      async () => {
        // The first use puts the city’s versions on record.
        await bureau.submitted({ uscc });
        const version = readCatalogue().policy('quanzhou-2024-7')?.version;
        const input = { policy: 'quanzhou-2024-7', version, from: TODAY, reason: '更正' };
        return api.send(await api.hire('finance', COUNTY), 'proposePolicyVersion', input);
      },
      ['泉州市'],
    ],
    [
      'of another office’s list',
      async () =>
        api.send(await api.hire('reviewer', COUNTY, '市工信局'), 'proposeRecognitionList', {
          ...{
            document: '晋工信〔2026〕1号',
            title: '名单',
            authority: '泉州市工信局',
            department: '市集成电路筹备组',
          },
          ...{ issuedOn: TODAY, validFrom: TODAY, validUntil: null },
          file: { name: '名单.csv', content: Buffer.from('序号,企业名称,项目名称\n1,青石,甲').toString('base64') },
        }),
      ['晋江市', '市集成电路筹备组'],
    ],
  ])('%s', async (_, send, names) => {
    const answer = await send();

    expect(['NOT_YOUR_OFFICE', 'WRONG_JURISDICTION']).toContain(answer.code);
    expectNamed(answer, ...names);
  });
});

it('is called so in what is proposed for an account', async () => {
  const system = await api.hire('system-administrator', CITY);
  const place = { displayName: '陈墨', division: OTHER_COUNTY, department: null };
  await bureau.done(system, 'changeOffice', { id: elsewhere.id, ...place, reason: '更名' });

  const { officialProposals } = await ask(
    api,
    system,
    '{ officialProposals(filter: {}) { nodes { summary { zh } } } }',
  );

  expect(officialProposals).toEqual({ nodes: [{ summary: { zh: '变更姓名或单位为陈墨 南安市' } }] });
});
