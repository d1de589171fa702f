/**
 * Made this folder's fixture, run once in a built checkout of release 0.1.0 (commit cd07904):
 *
 *     DATABASE_URL=postgresql://… node test/releases/0.1.0/record.mjs FOLDER
 *
 * on an empty database of PostgreSQL 15, which was then dumped. It speaks to that release over HTTP as its officials
 * did, and writes what it answered (`expected.json`) and the log (`events.jsonl`) into FOLDER. Later releases cannot run
 * it, and need not.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { usccCheckCharacter } from '@duixian/casework';
import pg from 'pg';
import { createApp } from '../../../apps/api/dist/app.js';
import { Clock } from '../../../apps/api/dist/clock/clock.js';
import { readConfig } from '../../../apps/api/dist/config/config.js';
import { openDatabase } from '../../../apps/api/dist/database/database.js';
import { FirstAdministrators } from '../../../apps/api/dist/identity/user/first-administrators.js';
import { ReadModel } from '../../../apps/api/dist/log/read-model.js';

const PASSWORD = 'seven herons over the estuary';
const [, , folder] = process.argv;
const questions = JSON.parse(readFileSync(new URL('questions.json', import.meta.url), 'utf8'));

/** What is asked of an answer that is no claim. */
const ANSWERS = {
  confirmPayment: '... on Payment { id }',
  recordBankReturn: '... on Payment { id }',
  reinstructPayment: '... on Payment { id }',
  registerEnterprise: '... on Enterprise { uscc }',
  moveEnterprise: '... on Enterprise { uscc }',
  updateContact: '... on Enterprise { uscc }',
};

const config = readConfig({
  DATABASE_URL: process.env.DATABASE_URL,
  DUIXIAN_DEMO: '0',
  DUIXIAN_LOG_LEVEL: 'fatal',
  DUIXIAN_SESSION_HOURS: '720',
  DUIXIAN_ADMINISTRATORS: '350500:zhang.san,350200:li.si',
});
const database = await openDatabase(config);
const app = await createApp(config, database.url);
await app.listen(0, '127.0.0.1');
const url = `${await app.getUrl()}/graphql`;
today('2026-07-01');

const first = await app.get(FirstAdministrators).ensure();
const passwords = new Map(first.map((line) => /: (\S+), password (\S+)/.exec(line).slice(1)));
const signedIn = new Map();
await signIn('zhang.san', passwords.get('zhang.san'));
await signIn('li.si', passwords.get('li.si'));

await hire('zhang.san', 'qz.window', '林知远', '350500', null, ['CLERK']);
await hire('zhang.san', 'qz.window2', '陈知山', '350500', null, ['CLERK']);
await hire('zhang.san', 'jj.window', '许晋溪', '350582', null, ['CLERK']);
await hire('zhang.san', 'qz.data', '黄知舟', '350500', '市数据管理局', ['REVIEWER']);
await hire('zhang.san', 'qz.science', '郑知禾', '350500', '市科技局', ['REVIEWER']);
await hire('zhang.san', 'qz.industry', '蔡知岩', '350500', '市工信局', ['REVIEWER']);
await hire('zhang.san', 'qz.finance', '吴知微', '350500', '市财政局', ['FINANCE']);
await hire('zhang.san', 'qz.finance2', '刘知宁', '350500', '市财政局', ['FINANCE']);
await hire('zhang.san', 'qz.treasury', '施知简', '350500', '市财政局', ['TREASURY']);
await hire('zhang.san', 'jj.treasury', '洪晋安', '350582', '市财政局', ['TREASURY']);
await hire('zhang.san', 'qz.audit', '庄知正', '350500', '市审计局', ['AUDITOR']);
// One person, several capacities: the release allowed it.
await hire('zhang.san', 'qz.many', '多岗一人', '350500', '市财政局', ['FINANCE', 'TREASURY', 'AUDITOR']);
await hire('zhang.san', 'qz.all', '六岗一人', '350500', '市数据管理局', [
  'CLERK',
  'REVIEWER',
  'FINANCE',
  'TREASURY',
  'AUDITOR',
  'ADMINISTRATOR',
]);
await hire('zhang.san', 'qz.admin', '管理甲', '350500', null, ['ADMINISTRATOR']);
await hire('zhang.san', 'qz.gone', '离岗一人', '350500', null, ['CLERK']);
await hire('li.si', 'xm.window', '陈安微', '350200', null, ['CLERK']);
await hire('li.si', 'xm.window2', '黄安宁', '350200', null, ['CLERK']);
await hire('li.si', 'xm.industry', '郑安川', '350200', '市工信局', ['REVIEWER']);
await hire('li.si', 'xm.finance', '吴若禾', '350200', '市财政局', ['FINANCE']);
await hire('li.si', 'xm.finance2', '蔡若和', '350200', '市财政局', ['FINANCE']);
await hire('li.si', 'xm.treasury', '许若宁', '350200', '市财政局', ['TREASURY']);
await hire('li.si', 'xm.audit', '洪若川', '350200', '市审计局', ['AUDITOR']);
await post(signedIn.get('zhang.san'), 'mutation ($id: ID!) { disableUser(id: $id) { __typename } }', {
  id: signedIn.get('qz.gone').id,
});
await post(null, 'mutation { login(username: "qz.window", password: "wrong") { __typename } }', {});

let registered = 0;
const RENTAL = { measure: 'quanzhou-2024-7/2', facts: { serviceFee: '400000.00' }, requestedAmount: '120000.00' };

// Quanzhou: one claim in every status, in the order of a claim's life.
const contact = {
  name: '王先生',
  phone: '0595-22160000',
  email: 'wang@example.com',
  bankAccount: '1408010409007000001',
};
const keeper = await enterprise('qz.window', '350582', contact);
const shared = [{ kind: 'INVOICE', number: 'FP-2025-0001' }];
await submitted('qz', { uscc: keeper, evidence: shared });
await accepted('qz', { uscc: await enterprise('qz.window', '350583'), evidence: shared });
await returned({ uscc: await enterprise('qz.window', '350582') });
const again = await returned({ uscc: await enterprise('qz.window', '350582') });
await send('qz.window', 'resubmitClaim', {
  claim: again,
  occurredOn: '2025-12-30',
  subject: null,
  facts: { serviceFee: '300000.00' },
  requestedAmount: '90000.00',
  evidence: [{ kind: 'INVOICE', number: 'FP-2025-0009' }],
});
await reviewed('qz', { uscc: await enterprise('qz.window', '350582') });
const bought = [{ kind: 'INVOICE', number: 'FP-2025-0003' }];
const rejected = await accepted('qz', { uscc: await enterprise('qz.window', '350582'), evidence: bought });
await send('qz.data', 'rejectClaim', { claim: rejected, reason: '租用合同与发票不符' });
const withdrawn = await determined('qz', { uscc: await enterprise('qz.window', '350582') });
await send('qz.window', 'withdrawClaim', { claim: withdrawn, reason: '企业自愿撤回' });
await determined('qz', { uscc: await enterprise('qz.window', '350582') });
// The year's cap is used up by the first claim: the second comes to nothing.
const capped = await enterprise('qz.window', '350582');
await determined('qz', { uscc: capped, facts: { serviceFee: '2000000.00' }, requestedAmount: '300000.00' });
await determined('qz', { uscc: capped, facts: { serviceFee: '500000.00' }, requestedAmount: '150000.00' });
await publicised('qz', { uscc: await enterprise('qz.window', '350582') });
await instructed('qz', { uscc: await enterprise('qz.window', '350582') });
const paid = await instructed('qz', { uscc: keeper, year: 2024, occurredOn: '2024-12-31' });
await confirm('qz.treasury', `${paid}-350500`, 'QZ-2026-0001');
await confirm('jj.treasury', `${paid}-350582`, 'JJ-2026-0001');
const bounced = await instructed('qz', { uscc: await enterprise('qz.window', '350582') });
await send('qz.treasury', 'recordBankReturn', { payment: `${bounced}-350500`, reason: '账号有误' });
const repaired = await instructed('qz', { uscc: await enterprise('qz.window', '350582') });
await send('qz.treasury', 'recordBankReturn', { payment: `${repaired}-350500`, reason: '户名不符' });
await send('qz.finance2', 'reinstructPayment', { payment: `${repaired}-350500` });
await confirm('qz.treasury', `${repaired}-350500`, 'QZ-2026-0002');
const moved = await enterprise('qz.window', '350503');
await send('qz.window', 'moveEnterprise', { uscc: moved, division: '350583', on: '2026-06-01' });
await submitted('qz', { uscc: moved });
await send('qz.window', 'updateContact', {
  uscc: moved,
  name: '李女士',
  phone: '13800000000',
  email: null,
  bankAccount: '6222021408000000002',
});
const forgotten = await enterprise('qz.window', '350504', contact);
await post(signedIn.get('qz.window'), 'mutation ($uscc: ID!) { eraseContact(uscc: $uscc) { __typename } }', {
  uscc: forgotten,
});

// Xiamen, under another document.
const GROWTH = {
  measure: 'xiamen-2023-10/8.1',
  facts: { aboveScale: true, revenue: '120000000.00', previousRevenue: '60000000.00' },
  requestedAmount: '360000.00',
};
await submitted('xm', { ...GROWTH, uscc: await enterprise('xm.window', '350203', contact) });
await determined('xm', { ...GROWTH, uscc: await enterprise('xm.window', '350211') });
const xiamenPaid = await instructed('xm', { ...GROWTH, uscc: await enterprise('xm.window', '350206') });
await confirm('xm.treasury', `${xiamenPaid}-350200`, 'XM-2026-0001');

await post(signedIn.get('zhang.san'), 'mutation { rebuildReadModels }', {});

today('2026-07-20');
const owner = new pg.Client({ connectionString: database.url });
await owner.connect();
for (const { rows } of [await owner.query('select tenant, position from es.head')]) {
  for (const { tenant, position } of rows) await app.get(ReadModel).caughtUp(tenant, BigInt(position));
}
const expected = [];
for (const { as, query } of questions) {
  const { data, errors } = await post(signedIn.get(as), query, {});
  if (errors) throw new Error(JSON.stringify(errors));
  expected.push({ as, query, data });
}
writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(expected, null, 1)}\n`);
const { rows } = await owner.query(
  `select tenant, position::text, stream, version, event_id, type, schema_version, occurred_on::text, recorded_at, data, meta
     from es.event order by tenant, event.position`,
);
writeFileSync(join(folder, 'events.jsonl'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
await owner.end();
await app.close();
await database.stop();

function today(date) {
  app.get(Clock).now = () => new Date(`${date}T10:00:00+08:00`);
}

async function post(official, query, variables) {
  const headers = {
    'content-type': 'application/json',
    ...(official && { authorization: `Bearer ${official.token}` }),
  };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  return response.json();
}

async function send(username, mutation, input) {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const answers = ANSWERS[mutation] ?? '... on Claim { id }';
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) {
    __typename ... on Refusal { code message { en } } ${answers} } }`;
  const { data, errors } = await post(signedIn.get(username), query, { input });
  const answer = data?.[mutation];
  if (errors || answer.code) throw new Error(`${mutation} ${JSON.stringify({ input, errors, answer })}`);
  return answer;
}

async function signIn(username, password) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query:
        'mutation ($username: String!, $password: String!) { login(username: $username, password: $password) { __typename ... on Session { user { id } } } }',
      variables: { username, password },
    }),
  });
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  signedIn.set(username, { token: cookie.split('=').slice(1).join('='), id: data.login.user?.id });
}

async function hire(administrator, username, displayName, division, department, roles) {
  const query = `mutation ($input: CreateUserInput!) { createUser(input: $input) { __typename ... on InvalidInput { problems { field } } } }`;
  const input = { username, displayName, division, department, roles, password: PASSWORD };
  const { data, errors } = await post(signedIn.get(administrator), query, { input });
  if (errors || data.createUser.__typename !== 'User') throw new Error(JSON.stringify(errors ?? data));
  await signIn(username, PASSWORD);
}

async function enterprise(clerk, division, contact = null) {
  const body = `91${division}MAX${String(++registered).padStart(6, '0')}`;
  const uscc = body + usccCheckCharacter(body);
  const name = `${division}青石智算${registered}号有限公司（虚构）`;
  await send(clerk, 'registerEnterprise', { uscc, name, division, contact });
  return uscc;
}

async function submitted(city, stated) {
  const input = { year: 2025, occurredOn: '2025-12-31', subject: null, evidence: [], ...RENTAL, ...stated };
  return (await send(`${city}.window`, 'submitClaim', input)).id;
}

async function accepted(city, stated) {
  const claim = await submitted(city, stated);
  await send(`${city}.window2`, 'acceptClaim', { claim });
  return claim;
}

async function returned(stated) {
  const claim = await submitted('qz', stated);
  await send('qz.window2', 'returnClaim', { claim, reason: '缺少租用合同' });
  return claim;
}

async function reviewed(city, stated) {
  const claim = await accepted(city, stated);
  await send(city === 'qz' ? 'qz.data' : 'xm.industry', 'reviewClaim', { claim, opinion: '属实', agreedAmount: null });
  return claim;
}

async function determined(city, stated) {
  const claim = await reviewed(city, stated);
  await send(`${city}.finance`, 'determineClaim', { claim });
  return claim;
}

async function publicised(city, stated) {
  const claim = await determined(city, stated);
  await send(`${city}.finance2`, 'publiciseClaim', { claim, days: 7 });
  return claim;
}

async function instructed(city, stated) {
  today('2026-07-01');
  const claim = await publicised(city, stated);
  today('2026-07-13');
  await send(`${city}.finance`, 'instructPayments', { claim });
  return claim;
}

async function confirm(treasury, payment, bankReference) {
  await send(treasury, 'confirmPayment', { payment, bankReference, paidOn: '2026-07-13' });
}
