import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Api, type Official } from '../../spec/api.spec.js';
import { ask } from '../../spec/queries.spec.js';
import { Users } from './users.js';

const CREATE = `mutation ($input: CreateUserInput!) { createUser(input: $input) {
  __typename
  ... on User { id username displayName division { name } department roles disabled }
  ... on Refusal { code field }
  ... on InvalidInput { problems { field } }
} }`;
const PERSON = {
  username: 'chen.mo',
  displayName: ' 陈墨 ',
  division: '350582',
  department: '市工信局',
  roles: ['REVIEWER', 'REVIEWER'],
  password: 'nine lamps on a harbour wall',
};

describe('the administration of users', () => {
  let api: Api;
  let administrator: Official;

  beforeAll(async () => {
    api = await Api.start();
    administrator = await api.hire('system-administrator', '350500');
  });

  afterAll(() => api.stop());

  it('takes somebody on, once under a name in all cities', async () => {
    expect(await create(PERSON)).toMatchObject({
      __typename: 'User',
      displayName: '陈墨',
      division: { name: '晋江市' },
      roles: ['REVIEWER'],
      disabled: false,
    });
    const elsewhere = await api.hire('system-administrator', '350200');
    const again = await api.post(elsewhere, CREATE, { input: { ...PERSON, division: '350203' } });

    expect(again.data).toEqual({
      createUser: { __typename: 'Duplicate', code: 'USERNAME_TAKEN', field: 'username' },
    });
  });

  it('names every field that is wrong', async () => {
    const wrong = {
      username: 'No!',
      displayName: ' ',
      division: '350200',
      department: null,
      roles: ['REVIEWER'],
      password: 'x',
    };

    const answer = await create(wrong);

    expect(answer.code).toBe('INVALID_INPUT');
    expect(answer.problems).toEqual(
      ['username', 'displayName', 'division', 'department', 'password'].map((field) => ({ field })),
    );
  });

  it('changes an office and a password, and signs the user out for it', async () => {
    const user = await api.hire('clerk', '350582');
    const input = { id: user.id, displayName: '林夏', division: '350583', department: null, roles: ['TREASURY'] };
    const update = `mutation ($input: UpdateUserInput!) { updateUser(input: $input) { ... on User { displayName roles division { code } } } }`;

    expect(await ask(api, administrator, update, { input })).toEqual({
      updateUser: { displayName: '林夏', roles: ['TREASURY'], division: { code: '350583' } },
    });
    const { errors } = await api.post(user, '{ me { id } }', {});
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('cannot be shut out by its own administrator', async () => {
    const disable = `mutation ($id: ID!) { disableUser(id: $id) { ... on Refusal { code field } } }`;

    expect(await ask(api, administrator, disable, { id: administrator.id })).toEqual({
      disableUser: { code: 'INVALID_INPUT', field: 'id' },
    });
  });

  it('keeps somebody out who is disabled while his details are changed', async () => {
    const users = api.app.get(Users, { strict: false });
    const details = { displayName: '林夏', division: '350583', department: null, roles: ['clerk'] as const };
    for (let round = 1; round <= 10; round++) {
      const { id, tenant } = await api.hire('clerk', '350582');
      const change = () => users.update(tenant, id, details);

      await Promise.all([
        change(),
        change(),
        users.setDisabled(tenant, id, true, administrator.id),
        change(),
        change(),
      ]);

      expect(await users.find(tenant, id)).toMatchObject({ disabled: true, displayName: '林夏' });
    }
  });

  it('lists users by name, role and whether they are disabled', async () => {
    const list = `query ($filter: UserFilter) { users(filter: $filter) { nodes { username } totalCount } }`;
    const { users } = await ask(api, administrator, list, {
      filter: { query: '陈', role: 'REVIEWER', disabled: false },
    });

    expect(users).toEqual({ nodes: [{ username: 'chen.mo' }], totalCount: 1 });
  });

  it('is told that there is no such user, whatever was meant for an id', async () => {
    expect(await ask(api, administrator, '{ user(id: "nobody") { id } }')).toEqual({ user: null });
  });

  async function create(input: object): Promise<Record<string, unknown>> {
    const { createUser } = await ask(api, administrator, CREATE, { input });
    return createUser as Record<string, unknown>;
  }
});
