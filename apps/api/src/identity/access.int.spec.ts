import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACCESS, mayAsk } from '../spec/access.spec.js';
import { Api, type Official } from '../spec/api.spec.js';
import { Bureau, CITY, TODAY } from '../spec/bureau.spec.js';
import {
  LEAD_DEPARTMENT,
  MATTERS,
  OF_NO_OFFICE,
  PLACES,
  WALKED_ELSEWHERE,
  type Matter,
  type Place,
} from '../spec/matters.spec.js';
import { MUTATIONS, OPERATIONS } from '../spec/operations.spec.js';
import { ask, errorCode } from '../spec/queries.spec.js';
import { roles, type Role } from './permission.js';

/** What is refused before anybody looks at what it is about. */
const CLOSED = ['FORBIDDEN', 'UNAUTHENTICATED'];

interface Walker {
  readonly role: Role;
  readonly place: Place;
  readonly official: Official;
}

let api: Api;
const walkers: Walker[] = [];

beforeAll(async () => {
  // Everybody asks for everything, one after another, from one address.
  const plenty = '1000000000';
  api = await Api.start({
    DUIXIAN_BUDGET_ADDRESS: plenty,
    DUIXIAN_BUDGET_ANONYMOUS: plenty,
    DUIXIAN_BUDGET_ACCOUNT: plenty,
  });
  api.today(TODAY);
  for (const place of ['county', 'other county', 'city'] as const) {
    for (const role of roles) {
      const department = role === 'reviewer' ? LEAD_DEPARTMENT : null;
      walkers.push({ role, place, official: await api.hire(role, PLACES[place], department) });
    }
  }
});

afterAll(() => api.stop());

it('is said of every operation of the schema, and of no other', () => {
  expect(Object.keys(ACCESS).toSorted()).toEqual([...OPERATIONS.keys()].toSorted());
});

describe.each([...OPERATIONS])('%s', (name, request) => {
  const access = ACCESS[name];

  it('is open to the roles that it is said of in every division, and to nobody else', async () => {
    const stranger = await errorCode(api, null, request);
    expect(stranger === 'UNAUTHENTICATED').toBe(access !== 'public');
    // What strangers may ask for signs in or out, and looks at no office.
    if (access === 'public') return;
    for (const { role, place, official } of walkers) {
      const code = await errorCode(api, official, request);
      const closed = code !== null && CLOSED.includes(code) ? code : null;
      expect([role, place, closed]).toEqual([role, place, mayAsk(access, role) ? null : 'FORBIDDEN']);
    }
  });
});

describe('an office', () => {
  let bureau: Bureau;

  beforeAll(async () => {
    bureau = await Bureau.open(api);
  });

  it('is said of every mutation that some officials may ask for', () => {
    const said = [...MATTERS.map(({ mutation }) => mutation), ...Object.keys(WALKED_ELSEWHERE), ...OF_NO_OFFICE];
    const asked = MUTATIONS.filter((mutation) => typeof ACCESS[mutation] !== 'string');
    expect([...new Set(said)].toSorted()).toEqual(asked.toSorted());
  });

  it.each(MATTERS.map((matter): [string, Matter] => [`${matter.mutation} ${matter.when ?? ''}`, matter]))(
    '%s: does what is its own, and nobody of another office does',
    async (_, { mutation, office, then, proposer, of }) => {
      bureau.api.today(TODAY);
      const input = await of(bureau);
      const codeOf = async (official: Official): Promise<string | undefined> =>
        (await api.send(official, mutation, { ...input, commandId: randomUUID() })).code;
      const isOf = ({ role, place }: Walker): boolean => office[role]?.includes(place) === true;
      const asking = walkers.filter(({ role }) => mayAsk(ACCESS[mutation], role));
      const refused = asking.filter((walker) => !isOf(walker));
      for (const { role, place, official } of refused) {
        expect([role, place, await codeOf(official)]).toEqual([role, place, 'NOT_YOUR_OFFICE']);
      }
      const [first, ...others] = [...asking.filter(isOf), ...(proposer ? [{ official: await proposer(bureau) }] : [])];
      expect(first && (await codeOf(first.official))).toBe(then);
      // What is left of it, if anything, is theirs as well.
      for (const { official } of others) expect(await codeOf(official)).not.toBe('NOT_YOUR_OFFICE');
    },
  );
});

describe('whoever is signed in', () => {
  it('is told what he may do', async () => {
    const clerk = walkers.find(({ role }) => role === 'clerk')?.official;

    expect(clerk && (await ask(api, clerk, '{ me { permissions } }'))).toMatchObject({
      me: { permissions: expect.arrayContaining(['CONTACT_READ', 'CLAIM_SUBMIT']) },
    });
  });

  it('has a token that somebody was given', async () => {
    const stranger = { ...(await api.hire('auditor', CITY)), token: 'invented' };

    expect(await errorCode(api, stranger, '{ me { id } }')).toBe('UNAUTHENTICATED');
  });
});
