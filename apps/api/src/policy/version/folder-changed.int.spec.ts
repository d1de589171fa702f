import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { foldClaim, parseClaimEvent, policyStream } from '@duixian/casework';
import { readCatalogue } from '@duixian/policy-files';
import { testDatabase } from '@duixian/testing';
import { Api, type Official } from '../../spec/api.spec.js';
import { Bureau, CITY, OTHER_COUNTY, RENTAL, submission, TODAY } from '../../spec/bureau.spec.js';
import { copyOfPolicies, removePolicy, RENTAL_AT_20, rewritePolicy } from '../../spec/policy-folders.spec.js';
import { PolicyNotices } from './notices/policy-notices.js';

const POLICY = 'quanzhou-2024-7';
const AS_PUBLISHED = readCatalogue().policy(POLICY)?.version ?? '';
/** 30 % of 400,000. */
const DUE = '120000.00';

const started: Api[] = [];
let databaseUrl: string;
let folder: string;

async function start(): Promise<Api> {
  const api = await Api.on(databaseUrl, 'both', { DUIXIAN_POLICIES_DIR: folder });
  started.push(api);
  api.today(TODAY);
  return api;
}

beforeEach(async () => {
  databaseUrl = await testDatabase();
  folder = copyOfPolicies();
});

afterEach(async () => {
  for (const api of started.splice(0)) await api.stop();
});

async function versionsOf(api: Api, policy = POLICY) {
  const { events } = await api.store.readStream(CITY, policyStream(policy));
  return events.map(({ type, data }) => [type, data.version, data.occasion ?? null]);
}

async function determinationOf(api: Api, claim: string) {
  const { events } = await api.store.readStream(CITY, `claim-${claim}`);
  return foldClaim(events.map(parseClaimEvent))?.determination ?? null;
}

function noticesOf(api: Api) {
  return api.app
    .get(PolicyNotices)
    .of(CITY)
    .map(({ policy, kind }) => [policy, kind]);
}

async function stopAll(): Promise<void> {
  for (const api of started.splice(0)) await api.stop();
}

describe('a version of a policy', () => {
  it('goes on record whole the first time something is decided by it, with every document of the city', async () => {
    const api = await start();
    expect(await versionsOf(api)).toEqual([]);
    const bureau = await Bureau.open(api);

    const claims = await Promise.all([bureau.enterprise(), bureau.enterprise()]);
    await Promise.all(claims.map((uscc) => bureau.submitted({ uscc })));

    expect(await versionsOf(api)).toEqual([['PolicyVersionRecorded', AS_PUBLISHED, 'first-use']]);
    expect(await versionsOf(api, 'jinjiang-2025-6')).toHaveLength(1);
    const { events } = await api.store.readStream(CITY, policyStream(POLICY));
    const { yaml, text } = readCatalogue().policy(POLICY) ?? {};
    expect(events[0]?.data).toMatchObject({ policy: POLICY, yaml, text });
    expect(noticesOf(api)).toEqual([]);
  });

  it('goes on deciding when its folder is edited, and the start says that a new one is there', async () => {
    const before = await Bureau.open(await start());
    const waiting = await before.reviewed({ uscc: await before.enterprise() });
    await stopAll();
    rewritePolicy(folder, POLICY, RENTAL_AT_20);
    const api = await start();
    const bureau = await Bureau.open(api, CITY, OTHER_COUNTY);
    const edited = readCatalogue(folder).policy(POLICY)?.version;

    const { id } = await bureau.done(bureau.finance, 'determineClaim', { claim: waiting });
    const later = (await bureau.determined({ uscc: await bureau.enterprise() })).id;

    for (const claim of [id, later]) {
      expect(await determinationOf(api, claim)).toMatchObject({ amount: DUE, policyVersion: AS_PUBLISHED });
    }
    expect(await versionsOf(api)).toEqual([
      ['PolicyVersionRecorded', AS_PUBLISHED, 'first-use'],
      ['PolicyVersionRecorded', edited, 'found-in-folder'],
    ]);
    expect(noticesOf(api)).toEqual([[POLICY, 'new-version']]);
  });

  it('is what a folder holds where nothing was decided by another', async () => {
    await start();
    await stopAll();
    rewritePolicy(folder, POLICY, RENTAL_AT_20);
    const api = await start();
    const bureau = await Bureau.open(api);

    const { id } = await bureau.determined({ uscc: await bureau.enterprise() });

    expect(await determinationOf(api, id)).toMatchObject({ amount: '80000.00' });
    expect(noticesOf(api)).toEqual([]);
  });
});

describe('a policy whose folder is gone', () => {
  it('takes no new claims, and everything on record goes on to its payment', async () => {
    const before = await Bureau.open(await start());
    const determined = (await before.determined({ uscc: await before.enterprise() })).id;
    const submitted = await before.submitted({ uscc: await before.enterprise() });
    const publicised = await before.publicised({ uscc: await before.enterprise() });
    const instructed = (await before.instructed({ uscc: await before.enterprise() })).payments;
    await stopAll();
    removePolicy(folder, POLICY);
    const api = await start();
    const bureau = await Bureau.open(api, CITY, OTHER_COUNTY);
    const { clerk, otherClerk, finance, otherFinance } = bureau;

    const refused = await api.send(clerk, 'submitClaim', submission({ uscc: await bureau.enterprise() }));
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', problems: [{ field: 'measure' }] });
    expect(JSON.stringify(refused)).toContain(RENTAL);

    const page = await api.post(
      clerk,
      'query ($id: ID!) { claim(id: $id) { measure { id title { zh } quotes policy { id version } } facts { label { zh } } actions { action } determination { policyVersion trace { text { zh } } } } }',
      { id: determined },
    );
    expect(page.errors).toBeUndefined();
    expect(page.data).toMatchObject({
      claim: {
        measure: { id: RENTAL, title: { zh: '算力租用补助' }, policy: { id: POLICY, version: AS_PUBLISHED } },
        facts: [{ label: { zh: '年度服务费（发票金额）' } }],
        determination: { policyVersion: AS_PUBLISHED },
      },
    });

    await bureau.done(otherFinance, 'publiciseClaim', { claim: determined, days: 7 });
    api.today('2026-08-13');
    const now = [
      await bureau.done(finance, 'instructPayments', { claim: determined }),
      await bureau.done(finance, 'instructPayments', { claim: publicised }),
    ];
    for (const { id } of [...instructed, ...now.flatMap(({ payments }) => payments)]) {
      const treasury = await bureau.treasury(id.slice(-6));
      await bureau.done(treasury, 'confirmPayment', {
        payment: id,
        attempt: 1,
        bankReference: `B${id}`,
        paidOn: '2026-08-13',
      });
    }
    await bureau.done(otherClerk, 'acceptClaim', { claim: submitted });
    await bureau.done(await bureau.reviewer(), 'reviewClaim', {
      claim: submitted,
      opinion: '属实',
      agreedAmount: null,
    });
    await bureau.done(finance, 'determineClaim', { claim: submitted });
    expect(await determinationOf(api, submitted)).toMatchObject({ amount: DUE, policyVersion: AS_PUBLISHED });
    expect(noticesOf(api)).toEqual([[POLICY, 'folder-gone']]);
    await listsAnswer(api, finance);
  });
});

async function listsAnswer(api: Api, official: Official): Promise<void> {
  const lists = await api.post(
    official,
    '{ policies { id } measures { id } dashboard { measures { measure { id } } caps { id } programmes { id } } claims(first: 5, filter: { waitingForMe: true }) { nodes { id } } }',
    {},
  );
  expect(lists.errors).toBeUndefined();
}
