import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { policyStream } from '@duixian/casework';
import { versionOf } from '@duixian/policy-files';
import { Api } from '../../spec/api.spec.js';
import { CITY } from '../../spec/bureau.spec.js';
import { copyOfPolicies, removePolicy, RENTAL_AT_20, rewritePolicy } from '../../spec/policy-folders.spec.js';
import { ask } from '../../spec/queries.spec.js';
import { Release, type WrittenEvent } from '../../spec/release.spec.js';
import { verifyRecord } from '../../verification/verify.js';

const QUANZHOU = 'quanzhou-2024-7';
const XIAMEN = 'xiamen-2023-10';
const LATER = '2026-07-20';

describe.each(Release.withDatabase())('determinations of release $name', (release) => {
  const written = release.events();
  const determined = written.filter(({ type }) => ['ClaimDetermined', 'ClaimDeclined'].includes(type));
  const redone = [...new Set(written.map(({ tenant }) => tenant))].sort().map((tenant) => ({
    tenant,
    redone: determined.filter((event) => event.tenant === tenant).length,
    withoutVersion: 0,
  }));
  const started: Api[] = [];
  let databaseUrl: string;
  let folder: string;

  beforeEach(async () => {
    databaseUrl = await release.restore();
    folder = copyOfPolicies();
  });

  afterEach(() => stopAll());

  async function start(): Promise<Api> {
    await stopAll();
    const api = await Api.on(databaseUrl, 'both', { DUIXIAN_POLICIES_DIR: folder });
    started.push(api);
    api.today(LATER);
    for (const tenant of await api.store.tenants()) await api.caughtUp(tenant);
    return api;
  }

  async function stopAll(): Promise<void> {
    for (const api of started.splice(0)) await api.stop();
  }

  it('are redone from the record for ever, where the folder held their documents when this version first started', async () => {
    release.putPolicies(folder);
    const api = await start();
    for (const { tenant, data } of determined) {
      const { events } = await api.store.readStream(tenant, policyStream(policyOf(written, data)));
      const recorded = events.map(({ data: { yaml, text } }) => versionOf(yaml as string, text as string));
      expect(recorded).toContain(data.policyVersion);
    }
    expect(await verifyRecord(databaseUrl, api.config)).toMatchObject({ differences: [], redone });

    rewritePolicy(folder, QUANZHOU, RENTAL_AT_20);
    removePolicy(folder, XIAMEN);
    const changed = await start();
    expect(await verifyRecord(databaseUrl, changed.config)).toMatchObject({ differences: [], redone });

    const auditor = await changed.hire('auditor', CITY);
    const { claims } = await ask(
      changed,
      auditor,
      '{ claims(first: 50, filter: { status: [DETERMINED, PUBLICISED, INSTRUCTED, PAID, DECLINED] }) { nodes { measure { policy { version } } determination { policyVersion } } } }',
    );
    const { nodes } = claims as {
      nodes: { measure: { policy: { version: string } }; determination: { policyVersion: string } }[];
    };
    expect(nodes.length).toBeGreaterThan(0);
    for (const { measure, determination } of nodes) expect(measure.policy.version).toBe(determination.policyVersion);
  });

  it('are redone once their documents are put back for one start, where the folder had others at first', async () => {
    const first = await start();
    const missed = await verifyRecord(databaseUrl, first.config);
    expect(missed?.differences).toEqual([]);
    expect(missed?.redone.map(({ withoutVersion }) => withoutVersion)).toEqual(redone.map(({ redone: all }) => all));

    release.putPolicies(folder);
    await start();
    folder = copyOfPolicies();
    const last = await start();

    expect(await verifyRecord(databaseUrl, last.config)).toMatchObject({ differences: [], redone });
  });
});

/** The policy under which a claim of an event was submitted. */
function policyOf(written: readonly WrittenEvent[], { policyVersion }: WrittenEvent['data']): string {
  const submitted = written.find(({ type, data }) => type === 'ClaimSubmitted' && data.policyVersion === policyVersion);
  return (submitted?.data.measure as string).split('/', 1)[0] ?? '';
}
