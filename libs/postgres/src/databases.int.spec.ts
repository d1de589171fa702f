import { describe, expect, it } from '@jest/globals';
import { testDatabase } from '@duixian/testing';
import { ensureDatabase, ensureRole, urlAs, withClient } from './databases.js';

describe('databases and roles', () => {
  it('creates a database once and finds it the next time', async () => {
    const server = await testDatabase();

    const first = await ensureDatabase(server, '兑现 测试');
    await withClient(first, (client) => client.query('CREATE TABLE kept (id int)'));
    const second = await ensureDatabase(server, '兑现 测试');

    expect(second).toBe(first);
    await withClient(second, (client) => client.query('SELECT id FROM kept'));
  });

  it('gives a role a password, and a new one when asked again', async () => {
    const server = await testDatabase();
    await ensureRole(server, 'clerk', 'first');
    await ensureRole(server, 'clerk', 'p@ss/word?');

    const login = withClient(urlAs(server, 'clerk', 'p@ss/word?'), (client) => client.query('SELECT current_user'));
    await expect(login).resolves.toMatchObject({ rows: [{ current_user: 'clerk' }] });
    await expect(withClient(urlAs(server, 'clerk', 'first'), () => Promise.resolve())).rejects.toThrow('password');
  });
});
