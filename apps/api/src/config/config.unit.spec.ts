import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './config.js';

describe('settings', () => {
  it('have a value each when nothing is set', () => {
    expect(readConfig({})).toMatchObject({ role: 'both', port: 4000, databaseUrl: null, secureCookie: false });
  });

  it('count an empty variable as absent', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: '' })).toMatchObject({ databaseUrl: null, port: 4000 });
  });

  it('name every variable that is wrong at once', () => {
    const env = { DUIXIAN_ROLE: 'boss', PORT: '70000', DATABASE_URL: 'mysql://here', DUIXIAN_SECURE_COOKIE: 'yes' };

    const problems = problemsOf(env);

    for (const name of Object.keys(env)) expect(problems).toContainEqual(expect.stringContaining(`${name}: `));
    expect(problems).toHaveLength(4);
  });

  function problemsOf(env: Record<string, string>): readonly string[] {
    try {
      readConfig(env);
    } catch (error) {
      if (error instanceof ConfigError) return error.problems;
    }
    return [];
  }
});
