import { randomUUID } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Api, type Official } from '../../spec/api.spec.js';
import { Bureau, CITY, COUNTY, OTHER_COUNTY, RENTAL, SCENARIO, TODAY } from '../../spec/bureau.spec.js';
import { ask } from '../../spec/queries.spec.js';
import { Clock } from '../../clock/clock.js';

const ACCOUNT = `... on MachineAccount { id standing usedAt usedKey terms { name } proposals { id standing agreeingRefusal { en } }
  keys { id standing endsAt } }`;
const REFUSED = '... on Refusal { code field } ... on InvalidInput { problems { field } }';
const CLAIMS = `query ($filter: ClaimFilter) { claims(filter: $filter) { totalCount nodes { id division { code } measure { id } } } }`;

interface Account {
  readonly id: string;
  readonly standing: string;
  readonly usedAt: string | null;
  readonly usedKey: string | null;
  readonly proposals: readonly { readonly id: string; readonly standing: string }[];
  readonly keys: readonly { readonly id: string; readonly standing: string; readonly endsAt: string | null }[];
}
interface Answered extends Account {
  readonly code?: string;
  readonly problems?: readonly { readonly field: string }[];
  readonly secret: string | null;
  readonly account: Account;
}
interface Said {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly code: string | null;
  readonly field: string | null;
}

let api: Api;
let other: Api;
let system: Official;
let security: Official;
let audit: Official;

beforeAll(async () => {
  api = await Api.start({ DUIXIAN_BUDGET_ADDRESS: '1000000000', DUIXIAN_BUDGET_ACCOUNT: '1000000000' });
  const bureau = await Bureau.open(api);
  const [here, there] = [await bureau.enterprise(COUNTY), await bureau.enterprise(OTHER_COUNTY)];
  await bureau.submitted({ uscc: here });
  await bureau.submitted({ uscc: here, measure: SCENARIO });
  await bureau.submitted({ uscc: there });
  system = await api.hire('system-administrator', CITY);
  security = await api.hire('security-administrator', CITY);
  audit = await api.hire('auditor', CITY);
  other = await Api.on(api.database, 'api');
}, 120_000);

beforeEach(() => at(`${TODAY}T10:00:00+08:00`));

afterAll(async () => {
  await other.stop();
  await api.stop();
});

/** From now on it is this moment in both processes. */
function at(moment: string): void {
  for (const each of [api, other]) each.app.get(Clock).now = () => new Date(moment);
}

async function send(official: Official, mutation: string, input: object): Promise<Answered> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const answers = mutation === 'issueApiKey' ? `... on IssuedApiKey { secret account { ${ACCOUNT} } }` : ACCOUNT;
  const text = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ${answers} ${REFUSED} } }`;
  const answer = await ask(api, official, text, { input: { commandId: randomUUID(), ...input } });
  return answer[mutation] as Answered;
}

const TERMS = {
  name: '市统计局数据采集',
  owner: '泉州市统计局数管中心',
  purpose: '每晚读取兑现汇总与清单',
  acts: ['READ'],
  reads: ['CLAIMS', 'PAYMENTS', 'ENTERPRISES', 'TOTALS'],
  endsOn: '2026-12-31',
  perMinute: 600,
  reason: '市统计局来函',
};

async function opened(terms: object = {}): Promise<string> {
  const { id, proposals } = await send(system, 'proposeMachineAccount', { ...TERMS, ...terms });
  await send(security, 'agreeToMachineAccount', { machine: id, proposal: proposals[0]?.id });
  return id;
}

async function issued(machine: string, overlapHours = 24): Promise<string> {
  const { secret } = await send(system, 'issueApiKey', { machine, overlapHours });
  if (secret === null) throw new Error('It was issued before.');
  return secret;
}

async function say(key: string, query: string, variables: object = {}, process = api): Promise<Said> {
  const response = await fetch(`${await process.app.getUrl()}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as {
    data?: Said['data'];
    errors?: { extensions: { code: string; field?: string } }[];
  };
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    data: data ?? null,
    code: errors?.[0]?.extensions.code ?? null,
    field: errors?.[0]?.extensions.field ?? null,
  };
}

const shown = async (machine: string): Promise<Account> =>
  (await ask(api, audit, `{ machineAccount(id: "${machine}") { ${ACCOUNT} } }`)).machineAccount as Account;

describe('the account of a machine', () => {
  it('is opened by two administrators, and has no key before', async () => {
    const { id, standing, proposals } = await send(system, 'proposeMachineAccount', TERMS);
    const proposal = proposals[0]?.id;

    expect(standing).toBe('PROPOSED');
    expect(await send(system, 'agreeToMachineAccount', { machine: id, proposal })).toMatchObject({
      code: 'SAME_PERSON',
    });
    expect(await send(system, 'issueApiKey', { machine: id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await send(security, 'agreeToMachineAccount', { machine: id, proposal })).toMatchObject({
      standing: 'OPEN',
    });
  });

  it('is not opened by two of whom none is of security, nor when it was refused or taken back', async () => {
    const second = await api.hire('system-administrator', CITY);
    const { id: machine, proposals } = await send(system, 'proposeMachineAccount', TERMS);
    const proposal = proposals[0]?.id;
    expect(await send(second, 'agreeToMachineAccount', { machine, proposal })).toMatchObject({
      code: 'NOT_YOUR_OFFICE',
    });

    expect(await send(second, 'refuseMachineAccount', { machine, proposal, reason: '用途不明' })).toMatchObject({
      standing: 'NOT_OPENED',
    });
    const again = await send(system, 'proposeMachineAccount', { ...TERMS, machine });
    const anew = again.proposals[0]?.id;
    expect(await send(system, 'withdrawMachineAccount', { machine, proposal: anew })).toMatchObject({
      standing: 'NOT_OPENED',
    });
    expect(await send(security, 'agreeToMachineAccount', { machine, proposal: anew })).toMatchObject({
      code: 'ALREADY_DECIDED',
    });
  });

  it('is told every field that is wrong', async () => {
    const wrong = { ...TERMS, owner: ' ', reads: [], endsOn: '2028-01-01', perMinute: 0, reason: ' ' };
    const { problems } = await send(system, 'proposeMachineAccount', wrong);
    expect(problems?.map(({ field }) => field)).toEqual(['owner', 'reads', 'endsOn', 'perMinute', 'reason']);
    const elsewhere = { ...TERMS, divisions: ['350100'], measures: ['none'] };
    expect((await send(system, 'proposeMachineAccount', elsewhere)).problems?.map(({ field }) => field)).toEqual([
      'divisions',
      'measures',
    ]);
  });
});

describe('a key', () => {
  it('is shown once, and kept as a hash alone', async () => {
    const machine = await opened();
    const input = { machine, commandId: randomUUID() };
    const { secret } = await send(system, 'issueApiKey', input);

    expect(secret).toMatch(/^dxk_350500_[\da-f]{32}_[\da-f]{72}$/);
    expect((await send(system, 'issueApiKey', input)).secret).toBeNull();
    const body = secret?.slice(-72, -8) ?? '';
    const { rows } = await api.pool.query(
      `select from es.event where data::text like $1
       union all select from identity.security_log where details::text like $1`,
      [`%${body}%`],
    );
    expect(rows).toEqual([]);
    expect((await shown(machine)).keys).toHaveLength(1);
  });

  it('reads, and does nothing else, nor what officials are', async () => {
    const key = await issued(await opened());

    expect(await say(key, CLAIMS)).toMatchObject({ status: 200, code: null, data: { claims: { totalCount: 3 } } });
    expect((await say(key, '{ dashboard { totals { claims } } yearlyTotals { nodes { granted } } }')).code).toBeNull();
    for (const closed of [
      '{ me { id } }',
      '{ users { nodes { id } } }',
      '{ events { nodes { position } } }',
      '{ claims { nodes { timeline { label { zh } } } } }',
      '{ claims { nodes { ...F } } } fragment F on Claim { enterprise { contact { phone } } }',
      '{ payments { nodes { ... on Payment { payeeAccount { mask } } } } }',
      'mutation { logout }',
      'mutation { withdrawClaim(input: { claim: "x", reason: "x", commandId: "00000000-0000-4000-8000-000000000001" }) { __typename } }',
      'mutation { login(username: "x", password: "x") { __typename } }',
    ]) {
      expect([closed, await say(key, closed)]).toMatchObject([closed, { code: 'FORBIDDEN', data: null }]);
    }
    const file = await fetch(`${await api.app.getUrl()}/files/of/none/none`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect(file.status).toBe(401);
  });

  it('reads no kind that it was not given', async () => {
    const key = await issued(await opened({ reads: ['PAYMENTS'] }));

    expect(await say(key, '{ payments { nodes { id amount } } }')).toMatchObject({ code: null });
    expect(await say(key, CLAIMS)).toMatchObject({ code: 'FORBIDDEN', field: 'Query.claims' });
    expect(await say(key, '{ payments { nodes { claim { id } } } }')).toMatchObject({ field: 'Claim.id' });
    expect(await say(key, '{ dashboard { position } }')).toMatchObject({ field: 'Query.dashboard' });
  });

  it('keeps within its divisions and clauses, also under an alias', async () => {
    const key = await issued(await opened({ divisions: [COUNTY], measures: [RENTAL] }));

    expect(await say(key, CLAIMS, { filter: { division: COUNTY, measure: RENTAL } })).toMatchObject({
      data: { claims: { totalCount: 1, nodes: [{ division: { code: COUNTY }, measure: { id: RENTAL } }] } },
    });
    expect(await say(key, CLAIMS)).toMatchObject({ code: 'FORBIDDEN', field: 'filter.division' });
    const beside = `{ a: claims(filter: { division: "${COUNTY}", measure: "${RENTAL}" }) { totalCount } b: claims { totalCount } }`;
    expect(await say(key, beside)).toMatchObject({ code: 'FORBIDDEN', data: null });
    for (const division of [OTHER_COUNTY, CITY, '350000', '350100', null]) {
      expect(await say(key, CLAIMS, { filter: { division, measure: RENTAL } })).toMatchObject({
        code: 'FORBIDDEN',
        field: 'filter.division',
      });
    }
    expect(await say(key, CLAIMS, { filter: { division: COUNTY, measure: SCENARIO } })).toMatchObject({
      field: 'filter.measure',
    });
    for (const whole of [
      'dashboard { position }',
      'programmes { id }',
      'claim(id: "x") { id }',
      'yearlyTotals { position }',
    ]) {
      expect([whole, await say(key, `{ ${whole} }`)]).toMatchObject([whole, { code: 'FORBIDDEN' }]);
    }
  });

  it('is of one city', async () => {
    const key = await issued(await opened());
    const elsewhere = key.replace('350500', '350100').slice(0, -8);
    const forged = elsewhere + crc32(elsewhere).toString(16).padStart(8, '0');
    expect(await say(forged, CLAIMS)).toMatchObject({ status: 401, code: 'API_KEY_REFUSED' });

    const stranger = await api.hire('security-administrator', '350100');
    const machine = (await shown(await opened())).id;
    expect(await ask(api, stranger, `{ machineAccount(id: "${machine}") { id } }`)).toEqual({ machineAccount: null });
    expect(await send(stranger, 'shutMachineAccount', { machine, reason: '停用' })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('overlaps with the next one for as long as was said, and then ends by itself', async () => {
    const machine = await opened();
    const first = await issued(machine);
    const second = await issued(machine, 2);

    expect([(await say(first, CLAIMS)).code, (await say(second, CLAIMS)).code]).toEqual([null, null]);
    expect(await send(system, 'issueApiKey', { machine })).toMatchObject({ code: 'NOT_YOUR_TURN' });
    at(`${TODAY}T12:00:00+08:00`);
    expect([(await say(first, CLAIMS)).code, (await say(second, CLAIMS)).code]).toEqual(['API_KEY_REFUSED', null]);
    expect((await shown(machine)).keys.map(({ standing }) => standing)).toEqual(['LIVE', 'REPLACED']);
  });

  it('is refused by every process from the next request on once it is revoked', async () => {
    const machine = await opened();
    const [leaked, kept] = [await issued(machine), await issued(machine)];
    expect([(await say(leaked, CLAIMS)).code, (await say(leaked, CLAIMS, {}, other)).code]).toEqual([null, null]);

    const key = (await shown(machine)).keys.at(-1)?.id;
    await send(security, 'revokeApiKey', { machine, key, reason: '密钥泄露' });
    expect(await say(leaked, CLAIMS, {}, other)).toMatchObject({ status: 401, code: 'API_KEY_REFUSED', data: null });
    expect(await say(leaked, '{ publicInfo { __typename } }')).toMatchObject({ status: 401 });
    expect((await say(kept, CLAIMS, {}, other)).code).toBeNull();

    await send(security, 'shutMachineAccount', { machine, reason: '停止采集' });
    expect((await say(kept, CLAIMS, {}, other)).status).toBe(401);
    expect(await send(system, 'issueApiKey', { machine })).toMatchObject({ code: 'ALREADY_DECIDED' });
    const entries = `{ securityLog(filter: { kind: API_KEY_REFUSED }) { nodes { subject details } } }`;
    const { securityLog } = await ask(api, audit, entries);
    expect(JSON.stringify(securityLog)).toContain(key);
    expect(JSON.stringify(securityLog)).not.toContain(leaked.slice(-72, -8));
  });

  it('ends with the last day of its account, which two make a later one', async () => {
    const machine = await opened({ endsOn: '2026-08-04' });
    const key = await issued(machine);
    at('2026-08-04T23:59:00+08:00');
    expect((await say(key, CLAIMS)).code).toBeNull();
    at('2026-08-05T00:00:00+08:00');
    expect(await say(key, CLAIMS)).toMatchObject({ status: 401, code: 'API_KEY_REFUSED' });

    const { proposals } = await send(security, 'proposeMachineAccount', { ...TERMS, machine, endsOn: '2026-09-01' });
    expect((await say(key, CLAIMS)).status).toBe(401);
    await send(system, 'agreeToMachineAccount', { machine, proposal: proposals[0]?.id });
    expect((await say(key, CLAIMS)).code).toBeNull();
  });

  it('sends as many requests in a minute as were agreed to, and is told when the next one is', async () => {
    const key = await issued(await opened({ perMinute: 2 }));
    await say(key, CLAIMS);
    await say(key, CLAIMS);

    const refused = await say(key, CLAIMS);
    expect(refused).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS', data: null });
    expect(Number(refused.retryAfter)).toBeGreaterThan(0);
  });

  it('leaves when it was used last, written once a minute at most', async () => {
    const machine = await opened();
    const key = await issued(machine);
    expect((await shown(machine)).usedAt).toBeNull();

    await say(key, CLAIMS);
    const first = await shown(machine);
    expect(first).toMatchObject({ usedAt: `${TODAY}T02:00:00.000Z`, usedKey: first.keys[0]?.id });
    at(`${TODAY}T10:00:59+08:00`);
    await say(key, CLAIMS);
    await say(key, CLAIMS, {}, other);
    expect((await shown(machine)).usedAt).toBe(first.usedAt);
    at(`${TODAY}T10:01:00+08:00`);
    await say(key, CLAIMS, {}, other);
    expect((await shown(machine)).usedAt).toBe(`${TODAY}T02:01:00.000Z`);
  });

  it.each(['dxk_', 'dxk_350500', `dxk_350500_${'0'.repeat(32)}_${'0'.repeat(72)}`])('is none: %s', async (made) => {
    expect(await say(made, CLAIMS)).toMatchObject({ status: 401, code: 'API_KEY_REFUSED' });
  });
});
