import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claimStream } from '@duixian/casework';
import type { JsonObject } from '@duixian/event-store';
import { ReadModel } from '../log/read-model.js';
import { Api, type Official } from '../spec/api.spec.js';
import { Bureau, CITY } from '../spec/bureau.spec.js';
import { ask } from '../spec/queries.spec.js';

const OTHER_CITY = '350200';
/** No claim of the spec's own has this number. */
const WRONG_CLAIM = `${CITY}-2025-99999999`;

describe('an event that an older version recorded and no table can hold', () => {
  let api: Api;
  let bureau: Bureau;
  let administrator: Official;
  let second: Official;
  let position: string;
  let right: JsonObject;

  beforeAll(async () => {
    api = await Api.start();
    bureau = await Bureau.open(api);
    administrator = await api.hire('system-administrator', CITY);
    second = await api.hire('system-administrator', CITY);
    const uscc = await bureau.enterprise();
    await bureau.submitted({ uscc });
    position = await recordWrongly();
    await bureau.submitted({ uscc: await bureau.enterprise() });
  });

  afterAll(() => api.stop());

  /** A submission of the year 0000, as it was let through once. */
  async function recordWrongly(): Promise<string> {
    const log = await api.store.readAll(CITY, 0n, 100);
    const submitted = log.find(({ type }) => type === 'ClaimSubmitted');
    if (submitted === undefined) throw new Error('Nothing was submitted.');
    right = { ...submitted.data, claim: WRONG_CLAIM };
    const result = await api.store.append({
      tenant: CITY,
      commandId: randomUUID(),
      requestHash: 'an older version',
      guards: [],
      streams: [
        {
          stream: claimStream(WRONG_CLAIM),
          expectedVersion: 0,
          events: [
            {
              eventId: randomUUID(),
              type: 'ClaimSubmitted',
              schemaVersion: 1,
              occurredOn: submitted.occurredOn,
              data: { ...right, occurredOn: '0000-01-01' },
              meta: submitted.meta,
            },
          ],
        },
      ],
    });
    if (result.outcome !== 'appended') throw new Error(result.outcome);
    return result.first.toString();
  }

  function proposal(change: JsonObject) {
    const data = { ...right, ...change };
    return { position, schemaVersion: 2, occurredOn: '2026-08-03', data, reason: '年份录入有误，经核对申报表。' };
  }

  it('stops no list, and marks those of its city as incomplete', async () => {
    const state = '{ readState { isComplete setAside } claims { totalCount isComplete } }';

    expect(await ask(api, bureau.clerk, state)).toEqual({
      readState: { isComplete: false, setAside: 1 },
      claims: { totalCount: 2, isComplete: false },
    });
    expect(await ask(api, await api.hire('clerk', OTHER_CITY), state)).toEqual({
      readState: { isComplete: true, setAside: 0 },
      claims: { totalCount: 0, isComplete: true },
    });
  });

  it('is told to the administrator, with what is wrong with it', async () => {
    const query = '{ setAsideRecords { stream position type because events error } }';

    expect(await ask(api, administrator, query)).toEqual({
      setAsideRecords: [
        {
          stream: claimStream(WRONG_CLAIM),
          position,
          type: 'ClaimSubmitted',
          because: null,
          events: 1,
          error: expect.stringContaining('0000-01-01'),
        },
      ],
    });
  });

  it('is told to whoever asks for health, and the process serves on', async () => {
    const response = await fetch(`${await api.app.getUrl()}/health/ready`);

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      status: 'degraded',
      problems: [`${CITY} is incomplete: 1 streams are set aside.`],
      cities: expect.arrayContaining([expect.objectContaining({ city: CITY, eventsBehind: 0, setAside: 1 })]),
    });
  });

  it('fails no rebuild', async () => {
    expect(await api.post(administrator, 'mutation { rebuildReadModels }', {})).toMatchObject({
      data: { rebuildReadModels: true },
    });
  });

  it.each([
    ['an amount', { requestedAmount: '120000.01' }, 'data.requestedAmount'],
    ['whose it is', { uscc: '91350582MA00000019' }, 'data.uscc'],
    ['what it asks under', { measure: 'quanzhou-2024-7/3' }, 'data.measure'],
    ['the year of the cap', { year: 2026 }, 'data.year'],
    ['a fact', { facts: { serviceFee: '900000.00' } }, 'data.facts.serviceFee'],
    ['a day into none', { occurredOn: '31 December' }, 'data.occurredOn'],
  ])('is not corrected so that it changes %s', async (_, change, field) => {
    const answer = await api.send(administrator, 'proposeCorrection', proposal(change));

    expect(answer).toMatchObject({ code: 'INVALID_INPUT' });
    expect(answer.problems.map((problem) => problem.field)).toContain(field);
  });

  it('is the only one that can be corrected: what can be read is put right by steps', async () => {
    const answer = await api.send(administrator, 'proposeCorrection', { ...proposal({}), position: '1' });

    expect(answer).toMatchObject({ code: 'ALREADY_DECIDED', field: 'position' });
  });

  it('is proposed anew once its proposer took the first proposal back, which nobody else can', async () => {
    const first = await api.send(administrator, 'proposeCorrection', proposal({}));
    const mine = { position, proposal: first.id };
    expect(await api.send(administrator, 'proposeCorrection', proposal({}))).toMatchObject({ code: 'ALREADY_DECIDED' });
    expect(await api.send(second, 'withdrawCorrection', mine)).toMatchObject({ code: 'NOT_YOUR_OFFICE' });

    expect(await api.send(administrator, 'withdrawCorrection', mine)).toMatchObject({
      standing: 'WITHDRAWN',
      answeredBy: administrator.displayName,
    });

    expect(await api.send(administrator, 'withdrawCorrection', mine)).toMatchObject({ code: 'ALREADY_DECIDED' });
    expect(await api.send(second, 'agreeToCorrection', mine)).toMatchObject({ code: 'ALREADY_DECIDED' });
  });

  it('is corrected by two administrators, and by one never', async () => {
    const refused = await api.send(administrator, 'proposeCorrection', proposal({}));
    const mine = { position, proposal: refused.id };
    expect(await api.send(administrator, 'agreeToCorrection', mine)).toMatchObject({ code: 'SAME_PERSON' });
    expect(await api.send(second, 'refuseCorrection', { ...mine, reason: '请附申报表。' })).toMatchObject({
      standing: 'REFUSED',
      answeredBy: second.displayName,
    });
    expect(await api.send(second, 'agreeToCorrection', mine)).toMatchObject({ code: 'ALREADY_DECIDED' });

    const again = await api.send(administrator, 'proposeCorrection', proposal({}));
    expect(again).toMatchObject({ standing: 'OPEN', proposedBy: administrator.displayName });
    const seen = { position, proposal: again.id };
    expect(await api.send(second, 'agreeToCorrection', seen)).toMatchObject({ standing: 'IN_FORCE' });
  });

  it('is taken up as corrected, by itself, and stays visible as it was recorded', async () => {
    await api.caughtUp(CITY);
    await api.app.get(ReadModel).keepBuilt();

    expect(await ask(api, bureau.clerk, '{ readState { isComplete setAside } claims { totalCount } }')).toEqual({
      readState: { isComplete: true, setAside: 0 },
      claims: { totalCount: 3 },
    });
    const query = `{ claim(id: "${WRONG_CLAIM}") { timeline { on data
      correction { reason proposedBy agreedBy originalData } } } }`;
    expect(await ask(api, bureau.clerk, query)).toMatchObject({
      claim: {
        timeline: [
          {
            data: { occurredOn: '2025-12-31' },
            correction: {
              reason: '年份录入有误，经核对申报表。',
              proposedBy: administrator.displayName,
              agreedBy: second.displayName,
              originalData: { occurredOn: '0000-01-01' },
            },
          },
        ],
      },
    });
    const { rows } = await api.pool.query<{ data: JsonObject }>(
      'select data from es.event where tenant = $1 and position = $2',
      [CITY, position],
    );
    expect(rows[0]?.data.occurredOn).toBe('0000-01-01');
    const step = await api.send(bureau.otherClerk, 'acceptClaim', { claim: WRONG_CLAIM });
    expect(step).toMatchObject({ status: 'ACCEPTED' });
  });
});

describe('a record that nobody can read', () => {
  it('is refused by itself: a step on it, its page and the log say so, and everything else goes on', async () => {
    const api = await Api.start();
    const bureau = await Bureau.open(api);
    const uscc = await bureau.enterprise();
    const claim = await bureau.submitted({ uscc });
    const other = await bureau.submitted({ uscc: await bureau.enterprise() });
    const [event] = await api.store.readAll(CITY, 1n, 1);
    await api.store.append({
      tenant: CITY,
      commandId: randomUUID(),
      requestHash: 'x',
      guards: [],
      streams: [
        {
          stream: claimStream(claim),
          expectedVersion: 1,
          events: [
            {
              eventId: randomUUID(),
              type: 'ClaimForgotten',
              schemaVersion: 1,
              occurredOn: '2026-08-03',
              data: {},
              meta: event?.meta ?? {},
            },
          ],
        },
      ],
    });

    await expect(api.send(bureau.otherClerk, 'acceptClaim', { claim })).rejects.toThrow('RECORD_UNREADABLE');
    expect(await api.send(bureau.otherClerk, 'acceptClaim', { claim: other })).toMatchObject({ status: 'ACCEPTED' });
    const { events } = await ask(api, bureau.clerk, '{ events(first: 3) { nodes { type summary { en } } } }');
    expect(events).toMatchObject({
      nodes: [
        { type: 'ClaimAccepted' },
        { type: 'ClaimForgotten', summary: { en: expect.stringContaining('no known shape') } },
        { type: 'EvidenceClaimed' },
      ],
    });
    await api.stop();
  });
});
