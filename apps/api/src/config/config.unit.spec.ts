import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './config.js';

describe('settings', () => {
  it('have a value each when nothing is set', () => {
    expect(readConfig({})).toMatchObject({ role: 'both', port: 4000, databaseUrl: null, secureCookie: false });
  });

  it('ask for a second factor, and end sessions after half an hour, twelve hours and eight, unless told otherwise', () => {
    const asked = { secondFactor: 'roles', sessionIdleMinutes: 30, sessionHours: 12, sensitiveSessionHours: 8 };
    expect(readConfig({})).toMatchObject(asked);
  });

  it('count an empty variable as absent', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: '' })).toMatchObject({ databaseUrl: null, port: 4000 });
  });

  it.each([
    [{}, 'if-empty'],
    [{ DATABASE_URL: 'postgres://here/db' }, 'off'],
    [{ DUIXIAN_ADMINISTRATORS: '350500:system:a.b,350500:security:c.d,350500:audit:e.f' }, 'off'],
    [{ DATABASE_URL: 'postgres://here/db', DUIXIAN_DEMO: '1' }, 'asked'],
    [{ DUIXIAN_DEMO: '0' }, 'off'],
  ])('play the demo where nobody named anything of his own, or where it is asked for: %j', (env, demo) => {
    expect(readConfig(env).demo).toBe(demo);
  });

  it.each([
    [{}, false],
    [{ HOST: 'localhost' }, false],
    [{ HOST: '::1' }, false],
    [{ HOST: '0.0.0.0' }, true],
    [{ HOST: '10.0.0.5' }, true],
    [{ DUIXIAN_TRUST_PROXY: '1' }, true],
    [{ HOST: '0.0.0.0', DUIXIAN_SECURE_COOKIE: 'false' }, false],
  ])('keep cookies to HTTPS unless only this machine is served: %j', (env, secureCookie) => {
    expect(readConfig(env).secureCookie).toBe(secureCookie);
  });

  it.each([
    ['false', 0],
    ['true', 1],
    ['2', 2],
    ['10.0.0.5, fd00::/8', ['10.0.0.5', 'fd00::/8']],
  ])('know proxies by number or address: %s', (text, trustProxy) => {
    expect(readConfig({ DUIXIAN_TRUST_PROXY: text }).trustProxy).toEqual(trustProxy);
  });

  const PROVIDER = {
    DUIXIAN_OIDC_ISSUER: 'https://sso.example.gov.cn/realms/qz',
    DUIXIAN_OIDC_CLIENT_ID: 'duixian',
    DUIXIAN_OIDC_CLIENT_SECRET: 'secret',
    DUIXIAN_OIDC_PUBLIC_URL: 'https://dx.example.gov.cn/',
    DUIXIAN_OIDC_OFFICES: 'offices.yaml',
  };

  it('know an identity provider that is set up whole, and none where nothing is said of one', () => {
    expect(readConfig({}).identityProvider).toBeNull();
    expect(readConfig(PROVIDER).identityProvider).toMatchObject({
      issuer: 'https://sso.example.gov.cn/realms/qz',
      publicUrl: 'https://dx.example.gov.cn',
      name: '统一身份认证',
      scope: 'openid profile',
    });
  });

  it.each(Object.keys(PROVIDER))('name %s where it is missing beside the others', (name) => {
    expect(problemsOf({ ...PROVIDER, [name]: '' })).toEqual([expect.stringContaining(`${name}: `)]);
  });

  it.each(['http://sso.example.gov.cn', 'sso.example.gov.cn', 'https://sso.example.gov.cn?realm=1', 'ftp://localhost'])(
    'send nobody to an identity provider at %s',
    (address) => {
      const problems = problemsOf({ ...PROVIDER, DUIXIAN_OIDC_ISSUER: address });
      expect(problems).toEqual([expect.stringContaining('DUIXIAN_OIDC_ISSUER: ')]);
    },
  );

  it.each(['yes', '10.0.0.0/33', 'proxy.example', '10.0.0.5,', '12'])('know no proxy called %s', (text) => {
    expect(problemsOf({ DUIXIAN_TRUST_PROXY: text })).toEqual([expect.stringContaining('DUIXIAN_TRUST_PROXY: ')]);
  });

  it('name origins as browsers do', () => {
    const named = 'https://portal.example.cn, http://localhost:5173';
    expect(readConfig({}).corsOrigins).toEqual([]);
    expect(readConfig({ DUIXIAN_CORS_ORIGINS: named }).corsOrigins).toEqual([
      'https://portal.example.cn',
      'http://localhost:5173',
    ]);
  });

  it.each([
    '*',
    'portal.example.cn',
    'https://portal.example.cn/',
    'https://portal.example.cn:443',
    'file:///tmp',
    'null',
  ])('know no origin called %s', (text) => {
    expect(problemsOf({ DUIXIAN_CORS_ORIGINS: text })).toEqual([
      expect.stringMatching(/网页来源[^]*Write the origins/),
    ]);
  });

  it.each([
    ['tcp://clamav:3310', { host: 'clamav', port: 3310 }],
    ['tcp://[::1]:3310', { host: '::1', port: 3310 }],
    ['unix:/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ])('find the scanner for viruses at %s', (text, scanner) => {
    expect(readConfig({ DUIXIAN_CLAMD: text }).files.scanner).toEqual(scanner);
  });

  it.each(['clamav:3310', 'tcp://clamav', 'tcp://clamav:70000', 'unix:clamd.ctl', 'http://clamav:3310'])(
    'know no scanner at %s',
    (text) => {
      expect(problemsOf({ DUIXIAN_CLAMD: text })).toEqual([expect.stringMatching(/^DUIXIAN_CLAMD: 请写clamd的地址/)]);
    },
  );

  it('name every variable that is wrong at once', () => {
    const env = { DUIXIAN_ROLE: 'boss', PORT: '70000', DATABASE_URL: 'mysql://here', DUIXIAN_SECURE_COOKIE: 'yes' };

    const problems = problemsOf(env);

    for (const name of Object.keys(env)) expect(problems).toContainEqual(expect.stringContaining(`${name}: `));
    expect(problems).toHaveLength(4);
    for (const problem of problems) expect(problem).toMatch(/[\u4e00-\u9fff]{2}[^]* \w+/);
  });

  it('give no city into one hand: three different persons are its first administrators', () => {
    const three = '350500:system:zhang.san, 350500:security:li.si, 350500:audit:wang.wu';
    expect(readConfig({ DUIXIAN_ADMINISTRATORS: three }).administrators).toEqual([
      { tenant: '350500', role: 'system-administrator', username: 'zhang.san' },
      { tenant: '350500', role: 'security-administrator', username: 'li.si' },
      { tenant: '350500', role: 'audit-administrator', username: 'wang.wu' },
    ]);
  });

  it.each([
    ['350500:zhang.san', /Write <city>/],
    ['350500:boss:zhang.san', /Write <city>/],
    ['350500:system:zhang.san', /350500 .* its security and audit too/],
    ['350500:system:a.b,350500:security:a.b,350500:audit:c.d', /a\.b is named twice/],
    [
      '350500:system:a.b,350500:security:c.d,350500:audit:e.f,350200:system:g.h',
      /350200 .* its security and audit too/,
    ],
  ])('refuse %s as first administrators, in a sentence', (text, sentence) => {
    const problems = problemsOf({ DUIXIAN_ADMINISTRATORS: text });
    expect(problems).toEqual([expect.stringMatching(sentence)]);
    expect(problems[0]).toMatch(/^DUIXIAN_ADMINISTRATORS: /);
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
